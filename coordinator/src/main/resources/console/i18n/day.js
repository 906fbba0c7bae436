export default { en: { title: "Day {0}" }, zh: { title: "交易日 {0}" } };
