// Words of the page of ancillary services.
export default {
  en: {
    title: "Ancillary services", before: "Requirements before the clearing", gate: "Known until", gateHint: "time of the market, such as 2026-09-30T09:30", parts: "As the network version has it", partsHint: "loads, renewables, tie-lines, state, registry, offers; commas between", generate: "Work out the requirements", notMade: "Nobody worked out the requirements of this date here.",
    requirement: "Requirement", product: "Product", scope: "Scope", period: "Period", time: "Time", inEffect: "In effect", method: "Made up as", given: "Given", largest: "Largest unit", loadPart: "Share of load", renewablePart: "Share of renewables", factor: "Factor", required: "Required", noRequirement: "The case asks for no ancillary service.",
    publish: "Publish them", published: "Published {0} times, last as number {1}", notPublished: "Not published yet", peak: "{0} asks for most, {1} MW at {2}", of: "Case", held: "Held against required, newest version", noVersion: "There is no version of {0} {1}.", short: "{0} MW short of {1}, {2}", met: "{0}: met in every period", heldMw: "held", requiredMw: "required",
    settlement: "Ancillary services in the settlement", close: "Close", noCloses: "There is no close.", month: "Month", item: "Item", name: "Name", day: "Day", paid: "Paid", daily: "By day", monthly: "Over the month", sum: "{0} yuan paid on balance",
  },
  zh: {
    title: "辅助服务", before: "出清前的需求", gate: "数据截止", gateHint: "市场时间，例如 2026-09-30T09:30", parts: "采用电网版本的部分", partsHint: "loads, renewables, tie-lines, state, registry, offers；以逗号分隔", generate: "计算需求", notMade: "此处尚未计算该日的需求。",
    requirement: "需求", product: "品种", scope: "范围", period: "时段", time: "时间", inEffect: "有效", method: "组成方式", given: "给定", largest: "最大机组", loadPart: "负荷比例", renewablePart: "新能源比例", factor: "系数", required: "需求量", noRequirement: "该案例没有辅助服务需求。",
    publish: "发布需求", published: "已发布 {0} 次，最近编号 {1}", notPublished: "尚未发布", peak: "{0} 需求最大：{1} MW，时间 {2}", of: "案例", held: "最新版本的预留与需求", noVersion: "没有 {0} {1} 的版本。", short: "{1} 在 {2} 缺 {0} MW", met: "{0}：各时段均满足", heldMw: "预留", requiredMw: "需求",
    settlement: "辅助服务结算", close: "月结", noCloses: "没有月结。", month: "月份", item: "科目", name: "名称", day: "日期", paid: "支付", daily: "按日", monthly: "全月", sum: "净支付 {0} yuan",
  },
};
