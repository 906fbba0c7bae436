// Words of the shell in two languages, and how words with arguments are made.
import shell from "../i18n/shell.js";

const KEPT = "gridclear.lang";
const languages = ["en", "zh"];

function first() {
  const asked = new URLSearchParams(location.search).get("lang") || localStorage.getItem(KEPT);
  if (languages.includes(asked)) return asked;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

export const chosen = { lang: first() };

export function setLanguage(lang) {
  chosen.lang = lang;
  localStorage.setItem(KEPT, lang);
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
}

/** A word of these, else of the shell, else the key itself; {0} is the first argument. */
export function translator(words) {
  return (key, ...args) => {
    const text = words?.[chosen.lang]?.[key] ?? shell[chosen.lang][key] ?? key;
    return text.replace(/\{(\d)\}/g, (whole, k) => (args[k] === undefined ? whole : args[k]));
  };
}

/** Words of the shell. */
export const word = translator(shell);

/** A title that has both languages in one object. */
export const titled = (title) => title[chosen.lang] || title.en;
