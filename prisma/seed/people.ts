import type { Random } from "./random";

/** First names and family names that go together, from the places that a Berlin coffee bar's guests come from. */
const NAMES: readonly { first: string; family: string; weight: number }[] = [
  {
    first: "Anna Jonas Lena Felix Marie Paul Greta Moritz Johanna Emil Clara Anton Frieda Oskar Hannah Ruben",
    family:
      "Schäfer Krüger Lehmann Vogel Weiß Böhm Hoffmann Richter Brandt Köhler Peters Lorenz Jäger Sommer",
    weight: 9,
  },
  {
    first: "Elif Emre Zeynep Deniz Ayşe Kerem Defne Burak Selin Can Melis Ozan",
    family: "Yılmaz Kaya Demir Şahin Çelik Aydın Öztürk Arslan Doğan Koç",
    weight: 4,
  },
  {
    first: "Layla Omar Nour Karim Yasmin Tarek Salma Hassan Rania Ziad Maryam Bilal",
    family: "Haddad Mansour Khalil Nasser Farouk Saleh Darwish Rahman Aziz Karam",
    weight: 3,
  },
  {
    first: "Zofia Jakub Maja Kacper Hanna Szymon Oliwia Tomasz Agnieszka Paweł",
    family: "Kowalczyk Wiśniewski Wójcik Zieliński Szymański Dąbrowski Mazur Krawczyk Łuczak",
    weight: 3,
  },
  {
    first: "Linh Minh Thảo Quang Hương Tuấn Mai Dũng Ngọc Hải",
    family: "Nguyễn Trần Phạm Hoàng Vũ Đặng Bùi Đỗ",
    weight: 2,
  },
  {
    first: "Giulia Matteo Chiara Lorenzo Sofia Davide Elena Nicolò Martina Pietro",
    family: "Rossi Ferrari Bianchi Romano Colombo Ricci Marino Conti Gallo",
    weight: 2,
  },
  {
    first: "Lucía Mateo Inés Diego Carmen Álvaro Noa Javier Sofía Andrés",
    family: "García Fernández Moreno Ibáñez Castro Núñez Ortega Peña Vidal",
    weight: 2,
  },
  {
    first: "Camille Hugo Chloé Théo Inès Gabriel Margaux Léon Zoé Rémi",
    family: "Lefèvre Moreau Girard Bonnet François Dupuis Mercier Lambert",
    weight: 2,
  },
  {
    first: "Oksana Dmytro Kateryna Andriy Sofiia Taras Iryna Bohdan Yuliia Maksym",
    family: "Shevchenko Kovalenko Bondarenko Tkachenko Melnyk Kravchenko Lysenko Moroz",
    weight: 2,
  },
  {
    first: "Olivia Jack Grace Harry Isla Callum Freya Declan Niamh Rhys",
    family: "Bennett Murphy Walsh Campbell Hughes O’Connor Fraser Davies Whitaker",
    weight: 2,
  },
  {
    first: "Priya Arjun Ananya Rohan Kavya Vikram Meera Aditya Nisha Sanjay",
    family: "Sharma Iyer Patel Reddy Banerjee Nair Kapoor Menon Deshpande",
    weight: 2,
  },
  {
    first: "Adaeze Chinedu Wanjiru Kwame Amara Tunde Zainab Kofi Ngozi Abebe",
    family: "Okafor Mensah Mwangi Adeyemi Diallo Tesfaye Owusu Kamau Bello",
    weight: 1,
  },
  {
    first: "Yuki Haruto Sakura Ren Hina Jiwoo Minjun Seoyeon Wei Xinyi",
    family: "Tanaka Sato Watanabe Kim Park Choi Chen Liu Zhang",
    weight: 1,
  },
  {
    first: "Ingrid Lars Astrid Mikkel Freja Søren Linnea Bjørn Maja Henrik",
    family: "Lindqvist Nielsen Johansen Bergström Sørensen Åberg Haugen Holm",
    weight: 1,
  },
];

/** A full name. Given and family name come from the same place, as they mostly do. */
export function drawName(random: Random): string {
  const { first, family } = random.weighted(NAMES);
  return `${random.pick(first.split(" "))} ${random.pick(family.split(" "))}`;
}

/** An address that belongs to the name; the number keeps it unique. */
export function emailOf(name: string, number: number): string {
  const local = name
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[^a-z ]/g, "")
    .replace(/ /g, ".");
  return `${local}${number}@example.com`;
}
