import { changeSegment, deleteSegment as deleteContract, getSegment } from "@/lib/api/contracts/segments";
import { route } from "@/lib/api/route";
import { deleteSegment } from "@/lib/flows/drop-list";
import { readSegment, updateSegment } from "@/lib/segments";

export const GET = route(getSegment, ({ ctx, params }) => readSegment(ctx, params.code));

export const PATCH = route(changeSegment, ({ ctx, params, body }) => updateSegment(ctx, params.code, body));

export const DELETE = route(deleteContract, ({ ctx, params }) => deleteSegment(ctx, params.code));
