import { Client, type DatabaseError } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Row = Record<string, unknown>;

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";
const OTHER_ID = "01890a5d-ac96-774b-bcce-b302099a8058";
const NOW = "2026-11-22T10:00:00Z";
const HASH = `\\x${"ab".repeat(32)}`;
const SHORT_HASH = "\\xabcd";

/** A row of each guarded table that the database takes. */
const VALID: Record<string, Row> = {
  pool_passing: {
    program_id: ID,
    passing_id: ID,
    kind: "gift",
    pool_id: ID,
    member_id: ID,
    points: 5,
    passed_on: "2026-11-22",
  },
  threshold_change: {
    program_id: ID,
    change_id: ID,
    changed_at: NOW,
    changed_by: `user:${ID}`,
    approval_above: 1_000,
    daily_above: null,
  },
  account: {
    program_id: ID,
    account_id: ID,
    kind: "available",
    point_type_no: 1,
    party: ID,
    balance: 10,
    held: 4,
    floor: 0,
  },
  adjustment: {
    program_id: ID,
    adjustment_id: ID,
    member_id: ID,
    point_type_no: 1,
    points: 5_000,
    reason: "Goodwill",
    expires_on: "2027-01-31",
    state: "rejected",
    needs_approval: true,
    requested_by: `user:${ID}`,
    requested_at: NOW,
    decided_by: `user:${OTHER_ID}`,
    decided_at: NOW,
  },
  api_key: {
    program_id: ID,
    api_key_id: ID,
    name: "Till",
    hint: "abcd",
    secret_hash: HASH,
    scopes: [],
    created_by: ID,
    created_at: NOW,
  },
  app_user: { user_id: ID, email: "mara@example.com", name: "Mara", created_at: NOW },
  block: {
    program_id: ID,
    lane: 0,
    block_no: 1,
    previous: HASH,
    hash: HASH,
    first_transfer: 1,
    last_transfer: 1,
    posted_at: NOW,
  },
  budget: {
    program_id: ID,
    campaign_id: ID,
    limit_no: 100,
    window_start: "2026-11-22",
    amount: 1_000,
    reserved: 400,
  },
  budget_lane: {
    program_id: ID,
    campaign_id: ID,
    limit_no: 100,
    window_start: "2026-11-22",
    lane: 3,
    amount: 1_000,
    reserved: 200,
    used: 150,
  },
  campaign: {
    program_id: ID,
    campaign_id: ID,
    key: "base",
    name: "Base",
    state: "active",
    version: 2,
    live_version: 1,
    created_at: NOW,
    updated_at: NOW,
  },
  campaign_group: { program_id: ID, code: "big", name: "Big ones", policy: "all", position: 1 },
  campaign_version: {
    program_id: ID,
    campaign_id: ID,
    version: 1,
    definition: {},
    saved_at: NOW,
    submitted_by: `user:${ID}`,
    submitted_at: NOW,
    launched_by: `user:${OTHER_ID}`,
    launched_at: NOW,
  },
  limit_place: { program_id: ID, campaign_id: ID, place: 0, limit_no: 11 },
  cap_use: {
    program_id: ID,
    campaign_id: ID,
    limit_no: 0,
    member_id: ID,
    window_start: "2026-11-22",
    used: 5,
  },
  counter: { program_id: ID, counter_no: 1, key: "purchases", spec: {}, created_at: NOW },
  history: {
    program_id: ID,
    member_id: ID,
    counter_no: 1,
    day: "2026-11-22",
    value: "",
    events: 1,
    amount_minor: 1_250,
    quantity_milli: 1_000,
  },
  member_session: {
    program_id: ID,
    session_id: ID,
    member_id: ID,
    browser: "Firefox",
    system: "Android",
    started_at: NOW,
    seen_at: NOW,
  },
  consent_purpose: {
    program_id: ID,
    code: "offers",
    version: 1,
    position: 0,
    texts: {},
    created_at: NOW,
  },
  consent_record: {
    program_id: ID,
    record_id: ID,
    member_id: ID,
    purpose: "offers",
    version: 1,
    wording: "Offers by e-mail",
    locale: "en",
    granted: true,
    recorded_at: NOW,
    recorded_by: `member:${ID}`,
    via: "wallet",
  },
  push_subscription: {
    program_id: ID,
    subscription_id: ID,
    member_id: ID,
    session_id: ID,
    endpoint: "https://push.example.com/1",
    p256dh: "key",
    auth: "secret",
    created_at: NOW,
  },
  push: {
    program_id: ID,
    push_id: ID,
    member_id: ID,
    kind: "offers",
    key: "message:1",
    content: {},
    state: "waiting",
    created_at: NOW,
    next_attempt_at: NOW,
  },
  erasure: {
    program_id: ID,
    erasure_id: ID,
    member_id: ID,
    state: "erased",
    requested_by: `member:${ID}`,
    requested_at: NOW,
    due_at: NOW,
    finished_at: NOW,
    swept_at: NOW,
  },
  scrubbing: {
    program_id: ID,
    scrubbing_id: ID,
    kind: "erasure",
    member_id: ID,
    started_at: NOW,
    finished_at: NOW,
    counts: { event: 3 },
  },
  privacy_setting: { program_id: ID, policy: {}, updated_at: NOW },
  retention_run: { program_id: ID, rule: "messages", day: "2026-11-22", started_at: NOW },
  counter_action: {
    program_id: ID,
    action_id: ID,
    actor: `user:${ID}`,
    at: NOW,
    kind: "earned",
    member_id: ID,
    points: 12,
    amount_minor: 1_250,
    receipt: "R-7",
  },
  day_fault: {
    program_id: ID,
    party: ID,
    day: "2026-11-22",
    step: "expiry",
    point_type_no: 1,
    lane: 0,
    set_aside_at: NOW,
    attempts: 1,
    error: "broken",
    retry_at: NOW,
  },
  day_run: {
    program_id: ID,
    day: "2026-11-22",
    state: "running",
    step: "expiry",
    due: 2,
    done: 1,
    started_at: NOW,
  },
  credit_job: {
    program_id: ID,
    job_id: ID,
    file_name: "a.csv",
    file_hash: HASH,
    file_bytes: 10,
    file_key: "k",
    layout: {},
    state: "posting",
    lines: 5,
    lines_refused: 1,
    credits: 4,
    points: 5_000,
    members: 3,
    handed_over: 3,
    posted: 2,
    dead: 1,
    needs_approval: true,
    uploaded_by: `user:${ID}`,
    uploaded_at: NOW,
    confirmed_by: `user:${ID}`,
    confirmed_at: NOW,
    approved_by: `user:${OTHER_ID}`,
    approved_at: NOW,
  },
  credit_line: {
    program_id: ID,
    job_id: ID,
    line_no: 2,
    member_id: ID,
    lane: 0,
    point_type_no: 1,
    points: 5,
    reason: "Prize",
    content: "c-1,5,Prize",
  },
  day_total: { program_id: ID, day: "2026-11-22", lane: 0, events: 1, issued: 1, returned: 0, redeemed: 0 },
  dead_letter: {
    program_id: ID,
    event_id: ID,
    lane: 0,
    attempts: 1,
    code: "internal",
    message: "m",
    failed_at: NOW,
  },
  event: {
    program_id: ID,
    event_id: ID,
    source: "api",
    external_id: "e-1",
    type: "purchase",
    member_id: ID,
    occurred_at: NOW,
    received_at: NOW,
    payload: {},
    payload_hash: HASH,
  },
  image: {
    program_id: ID,
    image_id: ID,
    content_hash: HASH,
    width: 640,
    height: 480,
    widths: [160, 640],
    alpha: false,
    blur_colour: "#b43c28",
    created_at: NOW,
    last_uploaded_at: NOW,
  },
  import: {
    program_id: ID,
    import_id: ID,
    file_name: "a.csv",
    file_hash: HASH,
    file_bytes: 10,
    file_key: "k",
    layout: {},
    state: "staging",
    lines_read: 5,
    bytes_read: 10,
    file_bytes_read: 10,
    lines: 5,
    lines_rejected: 1,
    baskets: 3,
    baskets_done: 1,
    accepted: 1,
    duplicates: 0,
    rejected: 0,
    members_created: 0,
    attempts: 0,
    created_at: NOW,
  },
  invitation: {
    organization_id: ID,
    invitation_id: ID,
    email: "jonas@example.com",
    role: "admin",
    token_hash: HASH,
    invited_by: ID,
    created_at: NOW,
    expires_at: NOW,
  },
  lane: { program_id: ID, lane: 0, next_transfer: 1, block_no: 0, head_hash: HASH },
  decision: {
    program_id: ID,
    cause_id: ID,
    member_id: ID,
    lane: 0,
    entry_no: 1,
    kind: "purchase",
    rule_set_version: 1,
    points: 5,
    delta: 5,
    balance_after: 5,
    first_transfer: 1,
    transfers: 1,
    outcome: {},
    occurred_at: NOW,
    posted_at: NOW,
  },
  hold: {
    program_id: ID,
    hold_id: ID,
    member_id: ID,
    lane: 0,
    account_id: ID,
    point_type_no: 1,
    amount: 10,
    captured: 0,
    state: "open",
    reason: "A mug",
    created_at: NOW,
    expires_at: NOW,
  },
  hold_lot: { program_id: ID, hold_id: ID, lot_no: 1, expires_on: "2027-11-22", amount: 10 },
  reversal: { program_id: ID, lane: 0, transfer_no: 1, reversing_no: 2, amount: 5 },
  reversed_entry: { program_id: ID, cause_id: ID, reversal_id: OTHER_ID, reversed_at: NOW },
  lot: {
    program_id: ID,
    account_id: ID,
    expires_on: "2027-11-22",
    lot_no: 1,
    granted: 10,
    remaining: 8,
    reserved: 2,
    lane: 0,
    cause_id: ID,
    sliding: false,
    activated_at: NOW,
  },
  mail: {
    program_id: ID,
    mail_id: ID,
    kind: "join_code",
    recipient: "amira@example.com",
    subject: "Your code",
    text: "123456",
    html: "<p>123456</p>",
    secret: true,
    state: "waiting",
    attempts: 0,
    created_at: NOW,
    next_attempt_at: NOW,
  },
  email_code: {
    program_id: ID,
    code_id: ID,
    purpose: "join",
    email: "amira@example.com",
    code_hash: HASH,
    request: {},
    locale: "en",
    tries_left: 5,
    sent_times: 1,
    created_at: NOW,
    last_sent_at: NOW,
    expires_at: "2026-11-22T10:10:00Z",
  },
  referral_policy: {
    program_id: ID,
    enabled: true,
    referrer_points: 200,
    referee_points: 100,
    minimum_minor: 500,
    monthly_limit: 10,
    qualify_days: 90,
    wait_days: 14,
    updated_at: NOW,
  },
  referral_code: { program_id: ID, member_id: ID, code: "ABCD2345", created_at: NOW },
  referral: {
    program_id: ID,
    referral_id: ID,
    referrer_id: ID,
    referee_id: OTHER_ID,
    state: "rewarded",
    joined_at: NOW,
    purchase_event_id: ID,
    qualified_at: NOW,
    due_at: NOW,
    rewarded_at: NOW,
    referrer_points: 0,
    referee_points: 100,
  },
  member: {
    program_id: ID,
    member_id: ID,
    card_number: "BC1234567890",
    lane: 0,
    name: "Amira",
    email: "amira@example.com",
    attributes: {},
    status: "active",
    joined_at: NOW,
    consents: {},
  },
  badge: { program_id: ID, member_id: ID, badge: "Early bird", count: 1, first_given: NOW },
  benefit: {
    program_id: ID,
    benefit_id: ID,
    cause_id: ID,
    member_id: ID,
    campaign_id: ID,
    version: 1,
    kind: "voucher",
    what: "Free coffee",
    detail: {},
    state: "given",
    given_at: NOW,
  },
  challenge_progress: {
    program_id: ID,
    member_id: ID,
    challenge: "Ten cups",
    progress: 3,
    goal: 10,
    completed: 0,
    updated_at: NOW,
  },
  message: {
    program_id: ID,
    message_id: ID,
    member_id: ID,
    title: "Thank you",
    body: "See you soon.",
    sent_at: NOW,
  },
  code_pool: { program_id: ID, pool_id: ID, name: "Coffee bags", low_at: 20, created_at: NOW },
  code_upload: {
    program_id: ID,
    upload_id: ID,
    pool_id: ID,
    file_name: "codes.txt",
    file_key: "codes",
    file_bytes: 30,
    layout: {},
    state: "done",
    lines: 3,
    added: 2,
    duplicates: 1,
    uploaded_by: `user:${ID}`,
    created_at: NOW,
    finished_at: NOW,
  },
  partner_answer: {
    program_id: ID,
    redemption_id: ID,
    message_id: "msg_1",
    body_hash: HASH,
    received_at: NOW,
  },
  partner_order: {
    program_id: ID,
    redemption_id: ID,
    state: "waiting",
    attempts: 1,
    created_at: NOW,
    next_attempt_at: NOW,
  },
  payment: {
    program_id: ID,
    payment_id: ID,
    redemption_id: ID,
    provider: "test",
    amount_minor: 990,
    currency: "EUR",
    state: "failed",
    error: "card declined",
    created_at: NOW,
    updated_at: NOW,
  },
  pool_code: {
    program_id: ID,
    pool_id: ID,
    code_no: 1,
    code: "BEAN-1",
    state: "handed",
    upload_id: ID,
    handed_at: NOW,
    redemption_id: ID,
  },
  redemption: {
    program_id: ID,
    redemption_id: ID,
    member_id: ID,
    reward_id: ID,
    state: "reversed",
    fulfilment: "code",
    reward: {},
    points: 500,
    amount_minor: 990,
    cost_minor: 400,
    channel: "wallet",
    created_at: NOW,
    fulfilled_at: NOW,
    closed_at: NOW,
  },
  redemption_step: {
    program_id: ID,
    redemption_id: ID,
    step_no: 1,
    state: "reserved",
    what: "reserved",
    actor: `member:${ID}`,
    at: NOW,
  },
  reward: {
    program_id: ID,
    reward_id: ID,
    kind: "pool_voucher",
    state: "published",
    fulfilment: "code",
    name: "A bag of beans",
    stock: 3,
    low_at: 1,
    pool_id: ID,
    starts_at: NOW,
    ends_at: "2026-12-24T10:00:00Z",
    valid_days: 30,
    value_minor: 900,
    cost_minor: 400,
    hold_minutes: 60,
    created_at: NOW,
    updated_at: NOW,
    published_at: NOW,
  },
  reward_category: { program_id: ID, code: "coffee", name: "Coffee", position: 1 },
  reward_partner: { program_id: ID, partner_id: ID, created_at: NOW },
  reward_price: { program_id: ID, reward_id: ID, price_no: 1, tier: "gold", points: 500, amount_minor: 0 },
  voucher: {
    program_id: ID,
    voucher_id: ID,
    member_id: ID,
    campaign_id: ID,
    code: "7K3M9QXT4H2PWD6R",
    name: "Free coffee",
    cost_minor: 250,
    state: "used",
    issued_at: NOW,
    closed_at: NOW,
    reference: "receipt-1",
  },
  webhook_call: {
    program_id: ID,
    call_id: ID,
    campaign_id: ID,
    member_id: ID,
    url: "https://example.com/hook",
    topic: "thanks",
    body: "{}",
    state: "waiting",
    attempts: 0,
    created_at: NOW,
    next_attempt_at: NOW,
  },
  webhook_secret: { program_id: ID, secret: HASH, made_at: NOW },
  segment: { program_id: ID, code: "vip", name: "Regulars", created_at: NOW },
  tier: { program_id: ID, code: "gold", name: "Gold", rank: 1 },
  point_type: {
    program_id: ID,
    point_type_no: 1,
    code: "points",
    name: "points",
    spendable: true,
    expiry: { kind: "rolling", unit: "month", count: 12 },
    pending: { kind: "immediate" },
    return_policy: "debt",
  },
  program: {
    program_id: ID,
    organization_id: ID,
    slug: "bean-and-crumb",
    name: "Club",
    business_model: "B2C",
    currency: "EUR",
    time_zone: "UTC",
    locale: "en",
    sandbox: false,
    brand_hue: 30,
    card_prefix: "BC",
    lanes: 8,
    events_from: "2000-01-01",
    rule_set_version: 0,
    created_at: NOW,
  },
  pool: {
    program_id: ID,
    pool_id: ID,
    kind: "household",
    name: "Home",
    lane: 0,
    owner_id: ID,
    state: "active",
    created_at: NOW,
  },
  pool_member: {
    program_id: ID,
    pool_id: ID,
    member_id: ID,
    kind: "household",
    role: "owner",
    state: "active",
    contributed: 5,
    invited_at: NOW,
    joined_at: NOW,
  },
  pool_spend: {
    program_id: ID,
    spend_id: ID,
    pool_id: ID,
    member_id: ID,
    points: 5,
    spent_on: "2026-11-22",
    created_at: NOW,
  },
  points_transfer: {
    program_id: ID,
    transfer_id: ID,
    from_member: ID,
    to_member: OTHER_ID,
    points: 5,
    message: "For the coffee",
    sent_on: "2026-11-22",
    arrival_id: ID,
    created_at: NOW,
  },
  queue: { program_id: ID, lane: 0, event_id: ID, attempts: 0 },
  returned_line: { program_id: ID, event_id: ID, line_no: 0, quantity_milli: 1000, points: 3 },
  rule_set: { program_id: ID, version: 1, campaigns: [], groups: [], created_at: NOW },
  sponsor: { program_id: ID, code: "nordic-oats", name: "Nordic Oats" },
  transfer_bar: {
    program_id: ID,
    member_id: ID,
    sending: true,
    receiving: false,
    reason: "Under review",
    created_at: NOW,
  },
  transfer_block: { program_id: ID, member_id: ID, blocked_member_id: OTHER_ID, created_at: NOW },
  statement: {
    program_id: ID,
    month: "2026-10-01",
    member_id: ID,
    point_type_no: 1,
    lane: 0,
    opening: 10,
    earned: 9,
    returned: 1,
    spent: 2,
    expired: 3,
    received: 4,
    sent: 5,
    adjusted: -6,
    closing: 6,
    pending: 2,
    owed: 1,
    made_at: NOW,
  },
  statement_cut: {
    program_id: ID,
    month: "2026-10-01",
    lane: 0,
    last_transfer: 4,
    settled_transfer: 5,
    ended_at: NOW,
  },
  transfer: {
    program_id: ID,
    lane: 0,
    transfer_no: 1,
    member_id: ID,
    debit_account: ID,
    credit_account: OTHER_ID,
    point_type_no: 1,
    amount: 5,
    kind: "earn",
    cause_id: ID,
    balance_after: 5,
    occurred_at: NOW,
    posted_at: NOW,
  },
  simulation: {
    program_id: ID,
    simulation_id: ID,
    name: "Double Mondays",
    state: "running",
    request: "{}",
    events_done: 3,
    events: 10,
    created_by: "system:test",
    created_at: NOW,
  },
  verification: {
    program_id: ID,
    verification_id: ID,
    state: "running",
    started_by: "system:test",
    created_at: NOW,
    checks_done: 3,
    checks: 23,
    blocks_walked: 0,
    blocks: 10,
  },
};

/** For each CHECK of the database what must not get past it. */
const VIOLATIONS: Record<string, [table: string, changes: Row][]> = {
  account_floor_check: [["account", { balance: 3 }]],
  account_held_check: [["account", { held: -1 }]],
  api_key_secret_check: [["api_key", { secret_hash: SHORT_HASH }]],
  app_user_email_check: [
    ["app_user", { email: "Mara@example.com" }],
    ["app_user", { email: "mara" }],
  ],
  pool_passing_points_check: [["pool_passing", { points: 0 }]],
  referral_returned_check: [
    [
      "referral",
      {
        state: "joined",
        purchase_event_id: null,
        qualified_at: null,
        due_at: null,
        rewarded_at: null,
        referrer_points: null,
        referee_points: null,
        return_noted_at: NOW,
      },
    ],
  ],
  referral_taken_back_check: [
    ["referral", { taken_back_at: NOW }],
    ["referral", { taken_back_at: NOW, referrer_taken: 0, referee_taken: 101 }],
    ["referral", { referee_taken: 5 }],
  ],
  adjustment_alone_sum_check: [
    ["adjustment", { alone_count: -1 }],
    ["adjustment", { alone_count: 2, alone_points: 1 }],
    ["adjustment", { alone_points: 5 }],
  ],
  threshold_change_points_check: [
    ["threshold_change", { approval_above: -1 }],
    ["threshold_change", { daily_above: -1 }],
  ],
  adjustment_alone_check: [
    ["adjustment", { needs_approval: false }],
    ["adjustment", { needs_approval: false, state: "posted" }],
  ],
  adjustment_decided_check: [
    ["adjustment", { decided_at: null }],
    ["adjustment", { decided_by: null, decided_at: null }],
    ["adjustment", { state: "pending" }],
  ],
  adjustment_expiry_check: [["adjustment", { points: -5_000 }]],
  adjustment_four_eyes_check: [
    ["adjustment", { decided_by: `user:${ID}` }],
    ["adjustment", { state: "posted", decided_by: `user:${ID}` }],
    ["adjustment", { state: "withdrawn" }],
  ],
  adjustment_points_check: [
    ["adjustment", { points: 0, expires_on: null }],
    ["adjustment", { point_type_no: 0 }],
  ],
  adjustment_reason_check: [["adjustment", { reason: "" }]],
  badge_count_check: [["badge", { count: -1 }]],
  benefit_what_check: [["benefit", { what: "" }]],
  benefit_withdrawn_check: [
    ["benefit", { state: "withdrawn" }],
    ["benefit", { withdrawn_at: NOW }],
  ],
  block_hash_check: [
    ["block", { hash: SHORT_HASH }],
    ["block", { previous: SHORT_HASH }],
  ],
  block_number_check: [["block", { block_no: 0 }]],
  block_transfers_check: [
    ["block", { first_transfer: 2 }],
    ["block", { first_transfer: 0, last_transfer: 0 }],
  ],
  budget_check: [
    ["budget", { limit_no: -1 }],
    ["budget", { amount: 0 }],
    ["budget", { reserved: -1 }],
  ],
  budget_lane_check: [
    ["budget_lane", { lane: -1 }],
    ["budget_lane", { limit_no: -1 }],
    ["budget_lane", { amount: 0 }],
  ],
  budget_lane_remainder_check: [
    ["budget_lane", { remainder: 10 }],
    ["budget_lane", { remainder: -1, used: 200 }],
  ],
  budget_lane_used_check: [
    ["budget_lane", { used: 201 }],
    ["budget_lane", { used: -1 }],
  ],
  campaign_live_version_check: [
    ["campaign", { live_version: 3 }],
    ["campaign", { live_version: 0 }],
  ],
  campaign_group_code_check: [["campaign_group", { code: "Big ones" }]],
  campaign_group_name_check: [["campaign_group", { name: "" }]],
  campaign_group_policy_check: [["campaign_group", { policy: "some" }]],
  campaign_group_position_check: [["campaign_group", { position: 0 }]],
  campaign_key_check: [
    ["campaign", { key: "" }],
    ["campaign", { key: "Base rate" }],
    ["campaign", { key: "-base" }],
  ],
  campaign_version_launched_by_check: [["campaign_version", { launched_at: null }]],
  campaign_version_sent_back_check: [
    ["campaign_version", { sent_back_by: `user:${ID}` }],
    ["campaign_version", { sent_back_note: "No." }],
    ["campaign_version", { sent_back_by: `user:${ID}`, sent_back_at: NOW }],
  ],
  campaign_version_submitted_check: [["campaign_version", { submitted_by: null }]],
  campaign_version_check: [["campaign", { version: 0, live_version: null }]],
  cap_use_check: [
    ["cap_use", { used: -1 }],
    ["cap_use", { limit_no: -1 }],
  ],
  limit_place_check: [
    ["limit_place", { place: 10 }],
    ["limit_place", { limit_no: 9 }],
  ],
  challenge_progress_check: [
    ["challenge_progress", { progress: 10 }],
    ["challenge_progress", { progress: -1 }],
    ["challenge_progress", { completed: -1 }],
  ],
  counter_number_check: [["counter", { counter_no: 0 }]],
  counter_spec_check: [["counter", { spec: [] }]],
  history_check: [
    ["history", { events: -1 }],
    ["history", { amount_minor: -1 }],
    ["history", { quantity_milli: -1 }],
  ],
  lane_counters_check: [["lane", { counters: [] }]],
  lane_history_from_check: [["lane", { history_from: [] }]],
  counter_action_amount_check: [
    ["counter_action", { amount_minor: null }],
    ["counter_action", { kind: "redeemed", subject_id: ID, receipt: null }],
  ],
  counter_action_receipt_check: [
    ["counter_action", { kind: "redeemed", subject_id: ID, amount_minor: null }],
  ],
  counter_action_subject_check: [
    ["counter_action", { subject_id: ID }],
    ["counter_action", { kind: "redeemed", amount_minor: null, receipt: null }],
  ],
  credit_job_cancelled_check: [["credit_job", { state: "cancelled" }]],
  credit_job_confirmed_check: [
    ["credit_job", { confirmed_by: null }],
    ["credit_job", { approved_at: null }],
    ["credit_job", { state: "done", confirmed_by: null, confirmed_at: null }],
  ],
  credit_job_counts_check: [
    ["credit_job", { credits: 5 }],
    ["credit_job", { members: 5 }],
    ["credit_job", { handed_over: 5 }],
    ["credit_job", { posted: 3 }],
  ],
  credit_job_file_check: [
    ["credit_job", { file_hash: SHORT_HASH }],
    ["credit_job", { file_bytes: -1 }],
  ],
  credit_job_four_eyes_check: [
    ["credit_job", { approved_by: `user:${ID}` }],
    ["credit_job", { uploaded_by: `user:${OTHER_ID}` }],
    ["credit_job", { approved_by: null, approved_at: null }],
  ],
  credit_line_points_check: [
    ["credit_line", { points: 0 }],
    ["credit_line", { point_type_no: 0 }],
  ],
  member_session_seen_check: [["member_session", { seen_at: "2026-11-21T10:00:00Z" }]],
  consent_purpose_code_check: [["consent_purpose", { code: "Offers!" }]],
  consent_purpose_version_check: [["consent_purpose", { version: 0 }]],
  consent_purpose_texts_check: [["consent_purpose", { texts: "[]" }]],
  consent_record_version_check: [["consent_record", { version: -1 }]],
  consent_record_via_check: [["consent_record", { via: "telepathy" }]],
  push_subscription_failures_check: [["push_subscription", { failures: -1 }]],
  push_subscription_endpoint_check: [["push_subscription", { endpoint: "https://" }]],
  push_attempts_check: [["push", { attempts: -1 }]],
  push_waiting_check: [
    ["push", { next_attempt_at: null }],
    ["push", { state: "sent" }],
    ["push", { closed_at: NOW }],
  ],
  erasure_attempts_check: [["erasure", { attempts: -1 }]],
  erasure_due_check: [["erasure", { due_at: "2026-11-21T10:00:00Z" }]],
  erasure_finished_check: [
    ["erasure", { finished_at: null }],
    ["erasure", { state: "closing", swept_at: null }],
  ],
  erasure_points_check: [["erasure", { points_forfeited: -1 }]],
  erasure_swept_check: [["erasure", { state: "withdrawn" }]],
  scrubbing_counts_check: [["scrubbing", { counts: "[]" }]],
  scrubbing_finished_check: [["scrubbing", { finished_at: "2026-11-21T10:00:00Z" }]],
  scrubbing_member_check: [
    ["scrubbing", { member_id: null }],
    ["scrubbing", { kind: "retention" }],
  ],
  privacy_setting_policy_check: [["privacy_setting", { policy: "[]" }]],
  retention_run_done_check: [["retention_run", { done: -1 }]],
  day_fault_retry_check: [
    ["day_fault", { retry_at: null }],
    ["day_fault", { settled_at: NOW }],
    ["day_fault", { attempts: 0, error: null }],
  ],
  day_fault_settled_check: [
    ["day_fault", { points: 5 }],
    ["day_fault", { lots: 1 }],
    ["day_fault", { settled_at: NOW, retry_at: null, points: -1 }],
  ],
  day_fault_tried_check: [
    ["day_fault", { error: null }],
    ["day_fault", { attempts: 0, retry_at: null }],
    ["day_fault", { attempts: -1, retry_at: null, error: null }],
  ],
  day_run_complete_check: [["day_run", { state: "finished", finished_at: NOW }]],
  day_run_failed_check: [
    ["day_run", { state: "failed" }],
    ["day_run", { error: "broken" }],
  ],
  day_run_finished_check: [
    ["day_run", { state: "finished", done: 2 }],
    ["day_run", { finished_at: NOW }],
  ],
  day_run_progress_check: [
    ["day_run", { done: 3 }],
    ["day_run", { done: -1 }],
    ["day_run", { attempts: -1 }],
  ],
  day_total_check: [["day_total", { events: -1 }]],
  dead_letter_attempts_check: [["dead_letter", { attempts: -1 }]],
  event_external_id_check: [
    ["event", { external_id: "" }],
    ["event", { external_id: "x".repeat(129) }],
  ],
  event_payload_hash_check: [["event", { payload_hash: SHORT_HASH }]],
  event_source_check: [
    ["event", { source: "" }],
    ["event", { source: "x".repeat(65) }],
  ],
  import_baskets_check: [["import", { baskets_done: 4 }]],
  import_file_check: [
    ["import", { file_hash: SHORT_HASH }],
    ["import", { file_bytes: -1 }],
  ],
  import_lines_check: [["import", { lines_rejected: 6 }]],
  invitation_email_check: [["invitation", { email: "Jonas@example.com" }]],
  invitation_outcome_check: [["invitation", { accepted_at: NOW, revoked_at: NOW }]],
  invitation_token_check: [["invitation", { token_hash: SHORT_HASH }]],
  lane_head_hash_check: [["lane", { head_hash: SHORT_HASH }]],
  lane_number_check: [
    ["lane", { lane: -1 }],
    ["lane", { next_transfer: 0 }],
    ["lane", { block_no: -1 }],
  ],
  member_birthday_check: [["member", { birthday: "1899-12-31" }]],
  member_tags_check: [
    ["member", { tags: null }],
    ["member", { tags: ["one", null] }],
    ["member", { tags: Array.from({ length: 51 }, (_, place) => `tag ${place}`) }],
  ],
  lot_pending_check: [
    ["lot", { activated_at: null }],
    ["lot", { activates_on: "2026-12-01" }],
    ["lot", { activated_at: null, activates_on: "2026-12-01" }],
  ],
  lot_sliding_check: [["lot", { sliding: true }]],
  lot_granted_check: [["lot", { granted: 0, remaining: 0, reserved: 0 }]],
  lot_remaining_check: [
    ["lot", { remaining: 11 }],
    ["lot", { remaining: 1 }],
  ],
  lot_reserved_check: [["lot", { reserved: -1 }]],
  member_attributes_check: [["member", { attributes: [] }]],
  member_card_number_check: [["member", { card_number: "bc 123" }]],
  mail_attempts_check: [["mail", { attempts: -1 }]],
  mail_content_check: [
    ["mail", { subject: null }],
    ["mail", { state: "sent", next_attempt_at: null, closed_at: NOW, recipient: null }],
  ],
  mail_waiting_check: [
    ["mail", { next_attempt_at: null }],
    ["mail", { closed_at: NOW }],
    ["mail", { state: "sent", closed_at: NOW }],
    ["mail", { recipient: null, subject: null, text: null, html: null }],
  ],
  email_code_hash_check: [["email_code", { code_hash: SHORT_HASH }]],
  email_code_member_check: [
    ["email_code", { member_id: ID }],
    ["email_code", { purpose: "change_email" }],
  ],
  email_code_sent_check: [
    ["email_code", { sent_times: 0 }],
    ["email_code", { last_sent_at: "2026-11-22T09:59:59Z" }],
    ["email_code", { expires_at: NOW }],
  ],
  email_code_tries_check: [["email_code", { tries_left: -1 }]],
  member_email_verified_check: [["member", { email: null, email_verified_at: NOW }]],
  referral_code_check: [
    ["referral_code", { code: "abcd2345" }],
    ["referral_code", { code: "ABCD234" }],
  ],
  referral_self_check: [["referral", { referee_id: ID }]],
  referral_purchase_check: [
    ["referral", { purchase_event_id: null }],
    ["referral", { qualified_at: null }],
    ["referral", { due_at: null }],
  ],
  referral_rewarded_check: [
    ["referral", { rewarded_at: null }],
    ["referral", { referrer_points: null }],
    ["referral", { referee_points: null }],
    ["referral", { state: "qualified" }],
  ],
  referral_policy_points_check: [
    ["referral_policy", { referrer_points: -1 }],
    ["referral_policy", { referee_points: 1_000_001 }],
  ],
  referral_policy_minimum_check: [["referral_policy", { minimum_minor: -1 }]],
  referral_policy_monthly_check: [["referral_policy", { monthly_limit: 0 }]],
  referral_policy_days_check: [
    ["referral_policy", { qualify_days: 0 }],
    ["referral_policy", { wait_days: 91 }],
  ],
  member_email_check: [["member", { email: "Amira@example.com" }]],
  member_lane_check: [["member", { lane: -1 }]],
  point_type_expiry_check: [["point_type", { expiry: { kind: "soon" } }]],
  point_type_pending_check: [["point_type", { pending: { kind: "later" } }]],
  point_type_return_policy_check: [["point_type", { return_policy: "never" }]],
  point_type_number_check: [["point_type", { point_type_no: 0 }]],
  point_type_value_check: [["point_type", { value_per_thousand_minor: -1 }]],
  program_brand_hue_check: [["program", { brand_hue: 361 }]],
  program_card_pattern_check: [["program", { card_pattern: "stripes" }]],
  program_tagline_check: [["program", { tagline: "" }]],
  program_card_prefix_check: [["program", { card_prefix: "b-c" }]],
  program_currency_check: [["program", { currency: "eur" }]],
  program_ledger_policy_check: [["program", { ledger_policy: [] }]],
  reversal_amount_check: [["reversal", { amount: 0 }]],
  reversed_entry_other_check: [["reversed_entry", { reversal_id: ID }]],
  hold_amount_check: [["hold", { amount: 0 }]],
  hold_captured_check: [["hold", { captured: 11 }]],
  hold_lot_amount_check: [["hold_lot", { amount: -1 }]],
  hold_state_check: [
    ["hold", { state: "captured" }],
    ["hold", { closed_at: NOW }],
  ],
  account_bounded_check: [
    ["account", { floor: null }],
    ["account", { kind: "debt", balance: 0, held: 0 }],
  ],
  account_debt_check: [["account", { kind: "debt", floor: null, held: 0, balance: 1 }]],
  decision_number_check: [
    ["decision", { entry_no: 0 }],
    ["decision", { transfers: -1 }],
  ],
  points_transfer_members_check: [["points_transfer", { to_member: ID }]],
  points_transfer_message_check: [
    ["points_transfer", { message: "" }],
    ["points_transfer", { message: "x".repeat(201) }],
  ],
  points_transfer_points_check: [["points_transfer", { points: 0 }]],
  transfer_bar_direction_check: [["transfer_bar", { sending: false }]],
  transfer_bar_reason_check: [["transfer_bar", { reason: "" }]],
  transfer_block_members_check: [["transfer_block", { blocked_member_id: ID }]],
  message_body_check: [["message", { body: "" }]],
  message_title_check: [["message", { title: "" }]],
  pool_lane_check: [["pool", { lane: -1 }]],
  pool_member_contributed_check: [["pool_member", { contributed: -1 }]],
  pool_member_ended_check: [
    ["pool_member", { ended_at: NOW }],
    ["pool_member", { state: "left" }],
  ],
  pool_member_joined_check: [["pool_member", { joined_at: null }]],
  pool_member_limit_check: [["pool_member", { monthly_limit: -1 }]],
  pool_member_owner_check: [["pool_member", { state: "removed", ended_at: NOW }]],
  pool_name_check: [
    ["pool", { name: "" }],
    ["pool", { name: "x".repeat(61) }],
  ],
  pool_spend_points_check: [["pool_spend", { points: 0 }]],
  pool_state_check: [
    ["pool", { state: "dissolved" }],
    ["pool", { dissolved_at: NOW }],
  ],
  program_lanes_check: [
    ["program", { lanes: 0 }],
    ["program", { lanes: 257 }],
  ],
  program_rule_set_version_check: [["program", { rule_set_version: -1 }]],
  program_slug_check: [["program", { slug: "Bean & Crumb" }]],
  queue_attempts_check: [["queue", { attempts: -1 }]],
  queue_lane_check: [["queue", { lane: -1 }]],
  returned_line_check: [
    ["returned_line", { quantity_milli: -1 }],
    ["returned_line", { points: -1 }],
  ],
  rule_set_campaigns_check: [["rule_set", { campaigns: {} }]],
  rule_set_groups_check: [["rule_set", { groups: {} }]],
  rule_set_semantics_check: [["rule_set", { semantics: 0 }]],
  rule_set_version_check: [["rule_set", { version: 0 }]],
  sponsor_code_check: [["sponsor", { code: "Nordic Oats" }]],
  sponsor_name_check: [["sponsor", { name: "" }]],
  segment_code_check: [["segment", { code: "Big ones" }]],
  segment_description_check: [["segment", { description: "x".repeat(501) }]],
  segment_name_check: [["segment", { name: "" }]],
  statement_adds_up_check: [["statement", { closing: 7 }]],
  statement_cut_order_check: [
    ["statement_cut", { last_transfer: 6 }],
    ["statement_cut", { last_transfer: -1 }],
  ],
  statement_month_check: [["statement", { month: "2026-10-02" }]],
  statement_parts_check: [
    ["statement", { pending: -1 }],
    ["statement", { owed: -1 }],
  ],
  tier_code_check: [["tier", { code: "Gold!" }]],
  tier_name_check: [["tier", { name: "" }]],
  tier_rank_check: [["tier", { rank: 0 }]],
  transfer_accounts_check: [["transfer", { credit_account: ID }]],
  transfer_amount_check: [
    ["transfer", { amount: 0 }],
    ["transfer", { amount: -5 }],
  ],
  transfer_kind_check: [["transfer", { kind: "gift" }]],
  transfer_number_check: [["transfer", { transfer_no: 0 }]],
  code_pool_key_check: [["code_pool", { key: "No key" }]],
  code_pool_low_check: [["code_pool", { low_at: -1 }]],
  code_pool_name_check: [["code_pool", { name: "" }]],
  code_upload_counts_check: [
    ["code_upload", { lines: -1 }],
    ["code_upload", { added: -1 }],
    ["code_upload", { duplicates: -1 }],
    ["code_upload", { refused: -1 }],
  ],
  code_upload_error_check: [["code_upload", { error: "The file is damaged." }]],
  code_upload_finished_check: [
    ["code_upload", { state: "reading" }],
    ["code_upload", { finished_at: null }],
  ],
  partner_answer_message_check: [
    ["partner_answer", { message_id: "" }],
    ["partner_answer", { message_id: "x".repeat(129) }],
  ],
  partner_order_attempts_check: [["partner_order", { attempts: -1 }]],
  partner_order_due_check: [
    ["partner_order", { next_attempt_at: null }],
    ["partner_order", { state: "delivered" }],
  ],
  payment_amount_check: [["payment", { amount_minor: 0 }]],
  payment_attempts_check: [["payment", { attempts: -1 }]],
  payment_due_check: [["payment", { next_attempt_at: NOW }]],
  payment_error_check: [["payment", { state: "paid" }]],
  pool_code_code_check: [
    ["pool_code", { code: "" }],
    ["pool_code", { code: "x".repeat(65) }],
  ],
  pool_code_handed_check: [
    ["pool_code", { state: "free" }],
    ["pool_code", { redemption_id: null }],
    ["pool_code", { handed_at: null }],
  ],
  redemption_accepted_check: [
    ["redemption", { state: "requested", accepted_at: NOW, fulfilled_at: null, closed_at: null }],
  ],
  redemption_amounts_check: [
    ["redemption", { points: -1 }],
    ["redemption", { amount_minor: -1 }],
    ["redemption", { cost_minor: -1 }],
  ],
  redemption_channel_check: [["redemption", { channel: "post" }]],
  redemption_closed_check: [
    ["redemption", { closed_at: null }],
    ["redemption", { state: "fulfilled" }],
  ],
  redemption_fulfilled_check: [
    ["redemption", { fulfilled_at: null }],
    ["redemption", { state: "cancelled" }],
  ],
  redemption_shipped_check: [["redemption", { shipped_at: NOW }]],
  redemption_step_no_check: [["redemption_step", { step_no: 0 }]],
  reward_amounts_check: [
    ["reward", { cost_minor: -1 }],
    ["reward", { value_minor: 0 }],
  ],
  reward_category_name_check: [["reward_category", { name: "" }]],
  reward_key_check: [["reward", { key: "" }]],
  reward_lasting_check: [
    ["reward", { valid_days: 0 }],
    ["reward", { hold_minutes: 0 }],
  ],
  reward_low_check: [["reward", { low_at: -1 }]],
  reward_name_check: [["reward", { name: "" }]],
  reward_partner_key_check: [["reward_partner", { key: "-" }]],
  reward_pattern_check: [["reward", { code_pattern: "BEAN-#" }]],
  reward_pool_check: [["reward", { kind: "physical" }]],
  reward_price_check: [
    ["reward_price", { points: 0 }],
    ["reward_price", { points: -1 }],
    ["reward_price", { amount_minor: -1 }],
  ],
  reward_proposal_check: [
    ["reward", { proposed_at: NOW }],
    ["reward", { returned_note: "Too dear" }],
    ["reward", { state: "draft", proposed_by: ID, returned_note: "" }],
    ["reward", { state: "draft", proposed_by: ID, proposed_at: NOW, returned_note: "Too dear" }],
    ["reward", { proposed_by: ID, proposed_at: NOW }],
  ],
  reward_published_check: [["reward", { published_at: null }]],
  reward_schedule_check: [["reward", { ends_at: NOW }]],
  reward_stock_check: [["reward", { stock: -1 }]],
  voucher_closed_check: [
    ["voucher", { closed_at: null }],
    ["voucher", { state: "issued", reference: null }],
  ],
  voucher_code_check: [
    ["voucher", { code: "7K3M9QXT4H2PWD6" }],
    ["voucher", { code: "7K3M9QXT4H2PWD6O" }],
    ["voucher", { campaign_id: null, redemption_id: ID, code: "x".repeat(65) }],
  ],
  voucher_cost_check: [["voucher", { cost_minor: -1 }]],
  voucher_name_check: [["voucher", { name: "" }]],
  voucher_origin_check: [
    ["voucher", { redemption_id: ID }],
    ["voucher", { campaign_id: null, code: "BEAN-1" }],
  ],
  image_blur_colour_check: [
    ["image", { blur_colour: "#B43C28" }],
    ["image", { blur_colour: "red" }],
  ],
  image_content_hash_check: [["image", { content_hash: SHORT_HASH }]],
  image_mosaic_check: [
    ["image", { mosaic: "b43c28" }],
    ["image", { mosaic: "B43C28".repeat(48) }],
  ],
  image_size_check: [
    ["image", { height: 1_601 }],
    ["image", { height: 0 }],
  ],
  image_widths_check: [
    ["image", { widths: [] }],
    ["image", { widths: [160] }],
  ],
  voucher_reference_check: [
    ["voucher", { state: "expired" }],
    ["voucher", { reference: "" }],
  ],
  voucher_used_by_check: [["voucher", { state: "expired", reference: null, used_by: `user:${ID}` }]],
  voucher_used_in_check: [["voucher", { state: "expired", reference: null, used_in: "store-1" }]],
  voucher_value_check: [["voucher", { value_minor: 0 }]],
  webhook_call_attempts_check: [["webhook_call", { attempts: -1 }]],
  webhook_call_waiting_check: [
    ["webhook_call", { next_attempt_at: null }],
    ["webhook_call", { closed_at: NOW }],
    ["webhook_call", { state: "failed" }],
  ],
  webhook_secret_length_check: [["webhook_secret", { secret: SHORT_HASH }]],
  webhook_secret_previous_check: [["webhook_secret", { previous: HASH }]],
  simulation_error_check: [
    ["simulation", { error: "x" }],
    ["simulation", { state: "failed", finished_at: NOW }],
  ],
  simulation_finished_check: [
    ["simulation", { finished_at: NOW }],
    ["simulation", { state: "cancelled" }],
  ],
  simulation_progress_check: [
    ["simulation", { events_done: -1 }],
    ["simulation", { events: -1 }],
  ],
  simulation_report_check: [
    ["simulation", { report: "{}" }],
    ["simulation", { state: "done", finished_at: NOW }],
  ],
  verification_error_check: [
    ["verification", { error: "x" }],
    ["verification", { state: "failed", finished_at: NOW }],
  ],
  verification_finished_check: [
    ["verification", { finished_at: NOW }],
    ["verification", { state: "sound" }],
  ],
  verification_progress_check: [
    ["verification", { checks_done: 24 }],
    ["verification", { blocks_walked: -1 }],
  ],
};

const APPEND_ONLY = [
  "consent_purpose",
  "consent_record",
  "transfer",
  "block",
  "decision",
  "reversal",
  "reversed_entry",
  "statement",
  "statement_cut",
  "audit",
  "threshold_change",
  "organization_audit",
];

const client = new Client({ connectionString: process.env.DATABASE_URL });

beforeAll(() => client.connect());
afterAll(() => client.end());

async function insert(table: string, row: Row): Promise<void> {
  const columns = Object.keys(row)
    .map((name) => client.escapeIdentifier(name))
    .join(", ");
  const source = `jsonb_populate_record(NULL::${client.escapeIdentifier(table)}, $1::jsonb)`;
  await client.query(
    `INSERT INTO ${client.escapeIdentifier(table)} (${columns}) SELECT ${columns} FROM ${source}`,
    [JSON.stringify(row)],
  );
}

/** Runs work and takes everything back. */
async function undone<T>(work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Inserts without the rows that it refers to: CHECKs are looked at, foreign keys and triggers are not. */
function insertAlone(table: string, row: Row): Promise<void> {
  return undone(async () => {
    await client.query("SET LOCAL session_replication_role = replica");
    await insert(table, row);
  });
}

describe("CHECK constraints", () => {
  it("each have a case here that breaks them", async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY conname`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !(name in VIOLATIONS))).toEqual([]);
  });

  it.each(Object.keys(VALID))("let a sound row of %s in", async (table) => {
    await expect(insertAlone(table, VALID[table] ?? {})).resolves.toBeUndefined();
  });

  it.each(
    Object.entries(VIOLATIONS).flatMap(([constraint, cases]) =>
      cases.map(([table, changes]) => ({ constraint, table, changes, said: JSON.stringify(changes) })),
    ),
  )("$constraint refuses $said", async ({ constraint, table, changes }) => {
    const refusal = insertAlone(table, { ...VALID[table], ...changes });
    await expect(refusal).rejects.toMatchObject({
      code: "23514",
      constraint,
    } satisfies Partial<DatabaseError>);
  });
});

describe("append-only tables", () => {
  it.each(APPEND_ONLY)("%s refuses to be changed", async (table) => {
    for (const statement of [
      `UPDATE ${table} SET program_id = program_id`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
    ]) {
      const own =
        table === "organization_audit" ? statement.replaceAll("program_id", "organization_id") : statement;
      await expect(undone(() => client.query(own))).rejects.toThrow("its rows are only ever added");
    }
  });
});

describe("a code of a pool", () => {
  async function changing(row: Row, statement: string): Promise<unknown> {
    return undone(async () => {
      await client.query("SET LOCAL session_replication_role = replica");
      await insert("pool_code", row);
      await client.query("SET LOCAL session_replication_role = origin");
      return client.query(statement);
    });
  }

  const handed = VALID.pool_code ?? {};
  const free = { ...handed, state: "free", handed_at: null, redemption_id: null };

  it("is handed out, or taken out, once and for good", async () => {
    const freed = "UPDATE pool_code SET state = 'free', handed_at = NULL, redemption_id = NULL";
    await expect(changing(handed, freed)).rejects.toThrow("is handed for good");
    await expect(changing({ ...free, state: "void" }, freed)).rejects.toThrow("is void for good");
    await expect(changing(handed, `UPDATE pool_code SET redemption_id = '${OTHER_ID}'`)).rejects.toThrow(
      "is handed for good",
    );
    // What is free gets past the trigger: only the pool is missing here.
    await expect(changing(free, "UPDATE pool_code SET state = 'void'")).rejects.toThrow(
      "pool_code_program_id_pool_id_fkey",
    );
  });

  it("is never deleted", async () => {
    for (const statement of ["DELETE FROM pool_code", "TRUNCATE pool_code"]) {
      await expect(changing(free, statement)).rejects.toThrow("its rows are only ever added");
    }
  });
});

describe("a launched campaign version", () => {
  const version = {
    program_id: ID,
    campaign_id: ID,
    version: 1,
    definition: { name: "Base" },
    saved_at: NOW,
    launched_at: NOW,
  };

  async function launched(statement: string): Promise<unknown> {
    return undone(async () => {
      await client.query("SET LOCAL session_replication_role = replica");
      await insert("campaign_version", version);
      await client.query("SET LOCAL session_replication_role = origin");
      return client.query(statement);
    });
  }

  it("keeps its definition", async () => {
    await expect(launched(`UPDATE campaign_version SET definition = '{"name":"Other"}'`)).rejects.toThrow(
      "does not change",
    );
    await expect(launched("UPDATE campaign_version SET launched_at = NULL")).rejects.toThrow(
      "does not change",
    );
    await expect(launched("DELETE FROM campaign_version")).rejects.toThrow("does not change");
  });
});

describe("work of a day that was set aside and is done", () => {
  it.each(["UPDATE day_fault SET settled_at = NULL", "DELETE FROM day_fault"])(
    "refuses %s",
    async (statement) => {
      const attempt = undone(async () => {
        await insert("day_fault", { ...VALID.day_fault, retry_at: null, settled_at: NOW });
        return client.query(statement);
      });
      await expect(attempt).rejects.toThrow("has been done");
    },
  );
});

describe("a day that is closed", () => {
  const closed = { ...VALID.day_run, state: "finished", done: 2, finished_at: NOW };

  it.each(["UPDATE day_run SET state = 'running', finished_at = NULL", "DELETE FROM day_run"])(
    "refuses %s",
    async (statement) => {
      const attempt = undone(async () => {
        await insert("day_run", closed);
        return client.query(statement);
      });
      await expect(attempt).rejects.toThrow("closed for good");
    },
  );
});
