// What "@/" in an import stands for, in the form that dependency-cruiser reads: the root of the tree it looks at.
module.exports = { resolve: { alias: { "@": process.cwd() } } };
