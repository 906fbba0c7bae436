// Words of the regulator's page.
export default {
  en: {
    title: "Regulator", noPrices: "There are no prices of {0} {1}.", greatest: "greatest of the zones", report: "Market report of these days", found: "Found", weighted: "mean, by load", noAnomalies: "No rule found anything.", unsettled: "Not dealt with", mean: "mean of the zones", least: "least of the zones", peaks: "Prices peak at {0} yuan/MWh at {1} in zone {2}", alarms: "{0} alarms about this version", noDays: "There are no results in these days.", trend: "Prices of {0} days",
    owner: "Owner", period: "Period", power: "Power", cost: "Cost", offers: "Offers that were cleared", number: "No.", severity: "Severity", rule: "Rule", element: "Element", threshold: "Limit", measure: "Unit", anomalies: "Anomalies", anomaliesOf: "Anomalies of {0} days", prices: "Prices of the date", published: "What is published to the regulator", inquiries: "Inquiries about prices", curves: "Load and output by group",
    indices: "Indices", indicesOf: "Indices of {0} days", noIndices: "No index of these days was evaluated.", evaluate: "Evaluate them", index: "Index", family: "About", last: "Last", warning: "Warning", severe: "Severe", ok: "within limits", undefined: "not defined", trendOf: "Trend", lowest: "Lowest", highest: "Highest", score: "Score", alarmsOf: "{0} open alarms", clear: "Clear {0}",
    disclosureOf: "Disclosure of {0} days", nothingPromised: "Nothing had to be published.", state: "State", kind: "Kind", audience: "Audience", market: "Market", date: "Date", cycle: "Run", due: "Due", publishedAt: "Published", minutesLate: "Minutes late", "d-missing": "missing", "d-late": "late", "d-withdrawn": "withdrawn", "d-waiting": "not due", "d-in-time": "in time",
    mitigations: "Mitigation of market power", noMitigations: "Nothing was proposed.", PROPOSED: "proposed", APPROVED: "approved", REJECTED: "rejected", approve: "Approve {0}", reject: "Reject {0}",
  },
  zh: {
    title: "监管", noPrices: "{0} {1} 没有价格。", greatest: "分区最高", report: "这些日期的市场报告", found: "数量", weighted: "负荷加权平均", noAnomalies: "没有规则发现异常。", unsettled: "待处理", mean: "分区平均", least: "分区最低", peaks: "价格最高 {0} yuan/MWh，时间 {1}，分区 {2}", alarms: "此版本有 {0} 个警报", noDays: "这些日期没有结果。", trend: "{0} 天的价格",
    owner: "所有者", period: "时段", power: "功率", cost: "成本", offers: "参与出清的报价", number: "序号", severity: "严重程度", rule: "规则", element: "元件", threshold: "限值", measure: "单位", anomalies: "异常", anomaliesOf: "{0} 天的异常", prices: "当日价格", published: "向监管发布的内容", inquiries: "价格问询", curves: "分类曲线",
    indices: "指标", indicesOf: "{0} 天的指标", noIndices: "这些日期的指标尚未计算。", evaluate: "计算", index: "指标", family: "类别", last: "最新", warning: "警告", severe: "严重", ok: "正常", undefined: "无定义", trendOf: "趋势", lowest: "最低", highest: "最高", score: "评分", alarmsOf: "{0} 个未处理警报", clear: "处理 {0}",
    disclosureOf: "{0} 天的信息披露", nothingPromised: "没有应发布的内容。", state: "状态", kind: "类别", audience: "受众", market: "市场", date: "日期", cycle: "轮次", due: "应发布时间", publishedAt: "发布时间", minutesLate: "迟发分钟", "d-missing": "未发布", "d-late": "迟发", "d-withdrawn": "已撤回", "d-waiting": "未到期", "d-in-time": "按时",
    mitigations: "市场力缓解", noMitigations: "没有提议。", PROPOSED: "已提议", APPROVED: "已批准", REJECTED: "已驳回", approve: "批准 {0}", reject: "驳回 {0}",
  },
};
