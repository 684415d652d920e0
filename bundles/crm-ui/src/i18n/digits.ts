/** A text with Thai digits written as 0 to 9. */
export const digits = (text: string) => text.replace(/[๐-๙]/g, (d) => String('๐๑๒๓๔๕๖๗๘๙'.indexOf(d)));
