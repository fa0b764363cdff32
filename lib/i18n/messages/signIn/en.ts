export const en = {
  title: "Sign in",
  description: "To see your card and your points.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  newHere: "New here? <join>Join {program}</join>",
  joined:
    "Almost there: sign in with your e-mail and password. If you were a member before, your earlier password still applies.",
} as const;
