import { z } from "zod";
import { suggestionQuery } from "@/lib/events/schema";
import { contract } from "../contract";

export const suggestValues = contract({
  method: "GET",
  path: "/api/v1/suggestions",
  summary: "Look up values that rules may name",
  description:
    "Values lately seen in the program's events, or names and tags of its members, that contain `q`; those seen " +
    "most come first, at most twenty.",
  tag: "Campaigns",
  permission: "campaigns:read",
  actors: ["apiKey", "user"],
  query: suggestionQuery,
  response: z.object({ items: z.array(z.string()) }),
});

export const suggestionContracts = [suggestValues];
