/** Something on the menu. Prices in cents; the weight says how often it is bought. */
export interface Product {
  sku: string;
  name: string;
  category: string;
  brand?: string;
  priceMinor: number;
  weight: number;
}

const HOUSE = "Bean & Crumb";

export const COUNTER_PRODUCTS: readonly Product[] = [
  { sku: "C-101", name: "Espresso", category: "Coffee", priceMinor: 240, weight: 9 },
  { sku: "C-102", name: "Cappuccino", category: "Coffee", priceMinor: 360, weight: 22 },
  { sku: "C-103", name: "Flat white", category: "Coffee", priceMinor: 390, weight: 18 },
  { sku: "C-104", name: "Oat latte", category: "Coffee", priceMinor: 430, weight: 16 },
  { sku: "C-105", name: "Batch brew", category: "Coffee", priceMinor: 310, weight: 9 },
  { sku: "C-106", name: "Cold brew", category: "Coffee", priceMinor: 420, weight: 5 },
  { sku: "D-201", name: "Masala chai", category: "Tea & more", priceMinor: 410, weight: 5 },
  { sku: "D-202", name: "Hot chocolate", category: "Tea & more", priceMinor: 420, weight: 5 },
  { sku: "D-203", name: "Fresh mint tea", category: "Tea & more", priceMinor: 340, weight: 4 },
  { sku: "D-204", name: "Rhubarb spritz", category: "Tea & more", priceMinor: 390, weight: 3 },
  { sku: "B-301", name: "Butter croissant", category: "Bakery", priceMinor: 280, weight: 19 },
  { sku: "B-302", name: "Cardamom bun", category: "Bakery", priceMinor: 360, weight: 14 },
  { sku: "B-303", name: "Pain au chocolat", category: "Bakery", priceMinor: 330, weight: 10 },
  { sku: "B-304", name: "Banana bread", category: "Bakery", priceMinor: 390, weight: 7 },
  { sku: "B-305", name: "Apple crumble cake", category: "Bakery", priceMinor: 450, weight: 7 },
  { sku: "B-306", name: "Country sourdough, 1 kg", category: "Bakery", priceMinor: 690, weight: 10 },
  { sku: "B-307", name: "Rye loaf, 750 g", category: "Bakery", priceMinor: 540, weight: 6 },
  { sku: "F-401", name: "Avocado toast", category: "Kitchen", priceMinor: 890, weight: 5 },
  { sku: "F-402", name: "Shakshuka", category: "Kitchen", priceMinor: 1090, weight: 4 },
  { sku: "F-403", name: "Granola bowl", category: "Kitchen", priceMinor: 760, weight: 4 },
  { sku: "F-404", name: "Pastrami sandwich", category: "Kitchen", priceMinor: 980, weight: 6 },
];

export const SHOP_PRODUCTS: readonly Product[] = [
  {
    sku: "R-501",
    name: "House espresso, 500 g",
    category: "Beans",
    brand: HOUSE,
    priceMinor: 1690,
    weight: 12,
  },
  {
    sku: "R-502",
    name: "Ethiopia Guji, 250 g",
    category: "Beans",
    brand: HOUSE,
    priceMinor: 1390,
    weight: 8,
  },
  {
    sku: "R-503",
    name: "Colombia Huila, 250 g",
    category: "Beans",
    brand: HOUSE,
    priceMinor: 1290,
    weight: 8,
  },
  { sku: "R-504", name: "Decaf Sidamo, 250 g", category: "Beans", brand: HOUSE, priceMinor: 1350, weight: 4 },
  {
    sku: "G-601",
    name: "Hand grinder",
    category: "Brewing gear",
    brand: "Mühle",
    priceMinor: 7900,
    weight: 1,
  },
  {
    sku: "G-602",
    name: "Pour-over dripper",
    category: "Brewing gear",
    brand: "Tropfen",
    priceMinor: 2450,
    weight: 2,
  },
  {
    sku: "G-603",
    name: "Paper filters, 100",
    category: "Brewing gear",
    brand: "Tropfen",
    priceMinor: 690,
    weight: 5,
  },
  { sku: "G-604", name: "Reusable cup", category: "Brewing gear", brand: HOUSE, priceMinor: 1490, weight: 3 },
];

export const WHOLESALE_PRODUCTS: readonly Product[] = [
  {
    sku: "W-701",
    name: "House espresso, 6 kg",
    category: "Beans",
    brand: HOUSE,
    priceMinor: 11_400,
    weight: 8,
  },
  {
    sku: "W-702",
    name: "Filter blend, 6 kg",
    category: "Beans",
    brand: HOUSE,
    priceMinor: 12_600,
    weight: 5,
  },
  {
    sku: "W-703",
    name: "Sourdough, tray of 12",
    category: "Bakery",
    brand: HOUSE,
    priceMinor: 5_880,
    weight: 6,
  },
  {
    sku: "W-704",
    name: "Croissants, frozen, 60",
    category: "Bakery",
    brand: HOUSE,
    priceMinor: 7_140,
    weight: 6,
  },
  { sku: "W-705", name: "Takeaway cups, 1000", category: "Supplies", priceMinor: 8_900, weight: 3 },
];

/** Where people buy, the busiest most often. */
export const STORES: readonly { name: string; weight: number }[] = [
  { name: "Kollwitzstraße", weight: 30 },
  { name: "Kreuzberg Markthalle", weight: 26 },
  { name: "Hauptbahnhof", weight: 22 },
  { name: "Neukölln Schillerkiez", weight: 14 },
];
