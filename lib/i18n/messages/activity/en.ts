/** Lines of activity and what explains them, told to the member whose points moved. */
export const en = {
  line: "{what} · {why}",

  what: {
    purchase: "{total} {hasStore, select, true {at {store}} other {}}",
    return:
      "{isComplete, select, true {Return of} other {Return from}} {total} {hasStore, select, true {at {store}} other {}}",
    occasion:
      "{kind, select, joined {Welcome to the club} birthday {Your birthday} tier {A new tier} challenge {A challenge completed} referral {A friend you invited} other {Especially for you}}",
    credited: "Credited",
    takenOff: "Taken off",
    hold: "Set aside",
    release: "No longer set aside {timedOut, select, true {: the time was up} other {}}",
    redeemed: "Redeemed: {reward}",
    spent: "Spent",
    spentBy: "Spent by {name}",
    expired: "Expired after {day}",
    activated: "Now yours to use",
    activatedOther: "No longer pending",
    sent: "Sent to {name}",
    received: "Received from {name}",
    cameBack: "Came back from {name}",
    shared: "Shared with {name}",
    paidOut: "Paid out to {name}",
    sharedBy: "Shared by {name}",
    fromPool: "From {name}",
    reversed:
      "{of, select, purchase {Reversed: a purchase} return {Reversed: a return} custom {Reversed: an event} adjustment {Reversed: an adjustment} referral {Reversed: a reward for an invitation} spend {Reversed: a redemption} expiry {Reversed: an expiry} transfer_out {Reversed: a transfer} pool_out {Reversed: a contribution to a pool} pool_in {Reversed: a payment from a pool} other {Reversed}}",
  },
  /** Another member whose name the reader may not know. */
  somebody: "another member",

  why: {
    nothing: "no {name}",
    nothingBack: "no {name} to take back",
    takenBack: "{names} taken back",
    takenBackOwed: "{names} taken back, {points} owed",
    paid: "{why}, {points} paid off what was owed",
    campaign: "{name}: {gains}",
    expired: "{points} were not used in time",
    counted: "{points} counted until then",
    activated: "{points} that were pending",
    purpose: "{points} for {reason}",
    adjusted: "{points}, {reason}",
    gift: "a gift",
    left: "they have left the club meanwhile",
    everybody: "for everybody in the pool",
    paidOut: "paid out by whoever runs the pool",
    shareOut: "the pool was dissolved",
    dissolved: "it was dissolved before they arrived",
  },

  /** Things as names in a line. */
  thing: {
    voucher: "voucher {name}",
    badge: "badge {name}",
    tier: "tier {name}",
    challenge: "{name} {standing}",
  },
  standing: {
    open: "{now, number} of {goal, number}",
    complete: "{goal, number} of {goal, number}, complete",
    next: "complete, and {now, number} of {goal, number} of the next",
  },

  /** What a campaign gave: how, and what was cut. */
  earned: {
    rate: "{rate}.",
    rateOn: "{basis}: {rate}.",
    campaign: "From this offer.",
    cut: "You got {granted, number} of {desired, number}: {window, select, event {the most for one time} day {your limit of that day} week {your limit of that week} month {your limit of that month} year {your limit of that year} other {your limit in all}}.",
    cutByOne: "You got {granted, number} of {desired, number}: {limits}.",
    cutForAll:
      "You got {granted, number} of {desired, number}: what there was for all members together is used up.",
    otherType: "It gave {points}.",
    suppressed: "Another offer counted instead.",
  },

  given: {
    voucher: "The voucher {name} {hasDay, select, true {, to be used until {day}} other {}}.",
    badge: "The badge {name}.",
    progress: "{name}: {standing}.",
    tier: "The tier {name}.",
    message: "The message {name}.",
  },
  taken:
    "{kind, select, voucher {The voucher {name} was taken back with the goods.} badge {The badge {name} was taken back with the goods.} progress {The progress in {name} was taken back with the goods.} tier {The tier {name} was taken back with the goods.} other {The message {name} was taken back with the goods.}}",
  stays:
    "{kind, select, voucher {The voucher {name} had been used and stays so.} badge {The badge {name} stays as it has been set since.} progress {The progress in {name} stays as it has been set since.} tier {The tier {name} stays as it has been set since.} other {The message {name} had been sent.}}",

  title: {
    campaign: "An offer",
    credited: "Credited",
    takenOff: "Taken off",
    hold: "Set aside",
    release: "Given back",
    spend: "Spent",
    passedOn: "Passed on",
    pending: "Pending",
    activated: "Activated",
    expired: "Expired",
    kept: "Kept",
    debtPaid: "Debt paid",
    owed: "Owed",
    moreTime: "More time",
    noLongerOwed: "No longer owed",
    undone: "Undone",
  },
  because: {
    returned: "What the returned goods had earned.",
    hadGiven: "What it had given.",
    hadTaken: "What the return had taken back.",
    grace: "{points} had expired meanwhile and can be used until {day}.",
    notAsked: "{points} are not asked back.",
    undone: "As if it had not happened.",
    held: "{points} are kept for this. They can be used again by themselves if it comes to nothing.",
    released:
      "{timedOut, select, true {{points} were kept for this, and its time is over.} other {{points} that were kept for this were not needed.}}",
    spentSoonest: "Those that expire soonest went first.",
    spentHeld: "They had been set aside.",
    reference: "{sentence} Reference {reference}.",
    passedOn: "They went at once, those that expire soonest first, and keep their last day.",
    couldNotArrive: "They could not arrive and are here again, with the last day that they had.",
    keepsDay: "They can be used until the day that they had before: passing them on does not prolong them.",
    pendingFrom: "{points} can be used from {day} on.",
    pendingAfter: "{points} can be used after {event}.",
    activated: "{points} that were pending can be used now.",
    expired: "These could be used until {day}.",
    forgiven: "{points} had been spent already and are not asked back.",
    debtPaid: "Went towards what was owed.",
    owed: "They had been spent already. What you earn next pays for them first.",
  },
};
