import { AppError } from "@/lib/core/errors";

/** The file cannot be read on: not text, cut short, or a quote that never closes. */
export class UnreadableFile extends AppError {
  constructor(publicMessage: string, cause?: unknown) {
    super({ code: "unreadable_file", status: 422, message: publicMessage, publicMessage, cause });
  }
}

/** The bytes are not in this machine's upload folder. */
export class FileNotHere extends AppError {
  constructor() {
    super({
      code: "file_not_here",
      status: 409,
      message: "the uploaded file is not in this process's upload folder",
      publicMessage:
        "The uploaded file is not on this machine. Upload it again: baskets that already went in are not posted twice.",
    });
  }
}
