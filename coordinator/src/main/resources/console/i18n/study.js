export default {
  en: {
    title: "Study", form: "By form", study: "Name of the study", "base.case": "Case: a network built in, or a file of the server", "base.synthetic.seed": "Seed of what is synthetic", "horizon.periodCount": "Periods", "horizon.minutesPerPeriod": "Minutes a period", "options.gap": "Relative gap",
    cases: "Case", sweeps: "Sweep", monteCarlo: "Chance", eachOf: "Each of", name: "Name", fields: "Fields", change: "Kind of change", changes: "Changes", addChange: "Add a change", drop: "Take away",
    "add-cases": "Add a case", "add-sweeps": "Add a sweep", "add-monteCarlo": "Add cases by chance", "add-eachOf": "Add each outage", check: "Check and estimate", run: "Run it", list: "Cases",
    cost: "{0} cases, about {1} on {2} slots by {3}.", costUnknown: "{0} cases; how long they take is not known: {1}.",
  },
  zh: {
    title: "研究", form: "表单", study: "研究名称", "base.case": "算例：内置网络或服务器文件", "base.synthetic.seed": "合成数据种子", "horizon.periodCount": "时段数", "horizon.minutesPerPeriod": "每时段分钟数", "options.gap": "相对间隙",
    cases: "算例", sweeps: "扫描", monteCarlo: "随机", eachOf: "逐一停运", name: "名称", fields: "字段", change: "变更类型", changes: "变更", addChange: "添加变更", drop: "删除",
    "add-cases": "添加算例", "add-sweeps": "添加扫描", "add-monteCarlo": "添加随机算例", "add-eachOf": "添加逐一停运", check: "校验并估算", run: "运行", list: "算例",
    cost: "{0} 个算例，在 {2} 个槽上约需 {1}（{3}）。", costUnknown: "{0} 个算例；耗时未知：{1}。",
  },
};
