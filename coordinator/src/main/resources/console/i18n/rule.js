export default {
  en: { changes: "What was changed", before: "From version", version: "to version", noChange: "These versions say the same.", holds: "What holds now", noneHolds: "Nothing of this kind holds now.", propose: "Propose", text: "Rules, YAML or JSON", holdsFrom: "Hold from", fromHint: "a time with its zone; from their approval where it is left out", why: "Why", proposed: "Proposal {0} waits for another account." },
  zh: { changes: "变更内容", before: "自版本", version: "至版本", noChange: "两个版本相同。", holds: "现行内容", noneHolds: "当前没有此类规则。", propose: "提议", text: "规则（YAML 或 JSON）", holdsFrom: "生效时间", fromHint: "带时区的时间；留空则自批准起生效", why: "原因", proposed: "提议 {0} 等待另一账户审核。" },
};
