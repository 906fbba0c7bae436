export default {
  en: {
    done: "{0} of {1} cases are done", progress: "Progress", running: "units on nodes now", failed: "failed", reused: "used again", retries: "sent again", time: "since the start", eta: "about to the end",
    nodes: "{0} nodes:", lost: "lost: {0}", again: "Send again", cancelRun: "Cancel the run", cancelSure: "Cases that are done stay done.", cancelNow: "Cancel it", goOn: "Let it run",
    timeline: "Nodes and what each did", allReused: "Every outcome was there: no node had to work.", busy: "{0} slot-seconds of work; a case takes {1} s in the middle; {2} took more than twice as long (dashed).",
    log: "Log", level: "From level", "level-info": "info", "level-warn": "warning", "level-error": "error", units: "Cases and their units", case: "Case", worked: "Worked", cpu: "Processor", attempts: "Sent", cases: "Compare the cases", report: "Report",
    "log-opened": "{0}: {1} of {2} cases are done", "log-state": "{0}", "log-node": "node {0} takes part", "log-lost": "node {0} is lost; its units are sent to others", "log-retry": "{0} units are sent again",
    "log-failed": "{0} cases failed", "log-done": "{0} of {1} cases are done", "log-message": "{0}", "log-unit": "{0} on {1}: {2}",
  },
  zh: {
    done: "{1} 个算例中已完成 {0} 个", progress: "进度", running: "正在计算的单元", failed: "失败", reused: "复用", retries: "重发", time: "已用时间", eta: "预计剩余",
    nodes: "{0} 个节点：", lost: "丢失：{0}", again: "重新提交", cancelRun: "取消运行", cancelSure: "已完成的算例保留。", cancelNow: "确认取消", goOn: "继续运行",
    timeline: "各节点的工作", allReused: "全部结果已存在，无需计算。", busy: "共 {0} 槽秒；单个算例中位耗时 {1} 秒；{2} 个算例超过两倍（虚线）。",
    log: "日志", level: "最低级别", "level-info": "信息", "level-warn": "警告", "level-error": "错误", units: "算例与单元", case: "算例", worked: "计算时间", cpu: "处理器时间", attempts: "发送次数", cases: "比较算例", report: "报告",
    "log-opened": "{0}：{2} 个算例中已完成 {1} 个", "log-state": "{0}", "log-node": "节点 {0} 参与计算", "log-lost": "节点 {0} 丢失，其单元已转发其他节点", "log-retry": "重发 {0} 个单元",
    "log-failed": "{0} 个算例失败", "log-done": "{1} 个算例中已完成 {0} 个", "log-message": "{0}", "log-unit": "{0}（{1}）：{2}",
  },
};
