import { handleNextAuth } from "@/lib/identity";

export { handleNextAuth as GET, handleNextAuth as POST };
