export default {
  en: {
    title: "Runs", study: "Study", cases: "Done / cases", failed: "Failed", seconds: "Time", priority: "Priority", submitted: "Submitted", nodesOf: "Nodes",
    filterName: "Name of the filter", keep: "Keep this filter", drop: "Forget the filter {0}", cancelAll: "Cancel {0} open runs", cancelAllNow: "Cancel them", keepThem: "Leave them", againAll: "Send {0} failed or cancelled again", againAllNow: "Send them", againAllSure: "{0} runs are sent as new runs; outcomes that are there are used again.", new: "New study",
    cancelAllSure: "{0} runs are stopped; cases that are done stay done.", "state-all": "all", "state-open": "open", "state-running": "running", "state-submitted": "submitted",
    "state-done": "done", "state-failed": "failed", "state-cancelled": "cancelled",
  },
  zh: {
    title: "运行", study: "研究", cases: "完成 / 算例", failed: "失败", seconds: "耗时", priority: "优先级", submitted: "提交时间", nodesOf: "节点",
    filterName: "筛选名称", keep: "保存筛选", drop: "删除筛选 {0}", cancelAll: "取消 {0} 个未结束的运行", cancelAllNow: "确认取消", keepThem: "不处理", againAll: "重新提交 {0} 个失败或取消的运行", againAllNow: "确认提交", againAllSure: "将作为 {0} 个新运行提交；已有结果会复用。", new: "新建研究",
    cancelAllSure: "将停止 {0} 个运行；已完成的算例保留。", "state-all": "全部", "state-open": "未结束", "state-running": "运行中", "state-submitted": "已提交",
    "state-done": "完成", "state-failed": "失败", "state-cancelled": "已取消",
  },
};
