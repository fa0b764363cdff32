export const en = {
  title: "Sign in",
  description: "To see your card and your balance.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  newHere: "New here? <join>Join {program}</join>",
} as const;
