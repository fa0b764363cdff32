import { BlockList, isIP } from "node:net";

/** What is not reached from the internet: private, local, shared, reserved, and for documentation. */
const NOT_PUBLIC: readonly [address: string, prefix: number, family: "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
];
/** Only global unicast is reached; what stands for IPv4 addresses or tunnels to them is not asked for its inside. */
const NOT_GLOBAL: readonly [address: string, prefix: number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const refused = new BlockList();
for (const [address, prefix, family] of NOT_PUBLIC) refused.addSubnet(address, prefix, family);
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
for (const [address, prefix] of NOT_GLOBAL) refused.addSubnet(address, prefix, "ipv6");

/** Whether an IP address is one that anybody on the internet could mean. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, "ipv4");
    case 6:
      return global.check(address, "ipv6") && !refused.check(address, "ipv6");
    default:
      return false;
  }
}
