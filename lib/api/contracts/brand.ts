import { brandInput, programBrand } from "@/lib/programs/schema";
import { contract } from "../contract";

const common = { tag: "Program", path: "/api/v1/brand" } as const;

export const readBrand = contract({
  ...common,
  method: "GET",
  permission: "members:read",
  actors: ["apiKey", "user", "member"],
  summary: "Read how the program shows itself",
  description:
    "Name, colour as a hue in OKLCH, a line about it, logo and card, for apps that show the card themselves.",
  response: programBrand,
});

export const setBrand = contract({
  ...common,
  method: "PUT",
  permission: "program:manage",
  actors: ["user"],
  summary: "Replace how the program shows itself",
  body: brandInput,
  response: programBrand,
  errors: { 422: "An image is not the program's." },
});

export const brandContracts = [readBrand, setBrand];
