// Words of the page of prices that are watched and asked about.
export default {
  en: {
    title: "Inquiries about prices", changes: "How prices went, {0} to {1}", noPrices: "There are no prices of {0} from {1} to {2}.", date: "Date", cycle: "Run", zone: "Zone", least: "Least", mean: "Mean", greatest: "Greatest", change: "Greatest change", changeAt: "at", since: "Mean since the day before",
    ask: "Ask", askOf: "Ask the operator about {0} of {1}", question: "Question", due: "Explanation until", dueHint: "time of the market, such as 2026-10-02T12:00", cancel: "Cancel", send: "Ask", inquiries: "{0} inquiries, {1} wait for an explanation", nothing: "Nobody asked.",
    ASKED: "asked", EXPLAINED: "explained", ACCEPTED: "accepted", REFUSED: "asked again", overdue: "overdue", until: "until", explain: "Explain", explanation: "Explanation", accept: "Accept", refuse: "Ask again", comment: "Comment", decide: "Decide on {0}", explainOf: "Explain inquiry {0}", alarms: "{0} alarms about these versions",
  },
  zh: {
    title: "价格问询", changes: "{1} 之前（自 {0}）的价格变化", noPrices: "{1} 至 {2} 没有 {0} 的价格。", date: "日期", cycle: "轮次", zone: "分区", least: "最低", mean: "平均", greatest: "最高", change: "最大变化", changeAt: "时间", since: "均价较前一日",
    ask: "问询", askOf: "就 {1} {0} 的价格问询运营机构", question: "问题", due: "要求说明时间", dueHint: "市场时间，例如 2026-10-02T12:00", cancel: "取消", send: "问询", inquiries: "{0} 个问询，{1} 个待说明", nothing: "没有问询。",
    ASKED: "已问询", EXPLAINED: "已说明", ACCEPTED: "已接受", REFUSED: "再次问询", overdue: "已逾期", until: "截止", explain: "说明", explanation: "说明内容", accept: "接受", refuse: "再次问询", comment: "意见", decide: "处理问询 {0}", explainOf: "说明问询 {0}", alarms: "这些版本有 {0} 个警报",
  },
};
