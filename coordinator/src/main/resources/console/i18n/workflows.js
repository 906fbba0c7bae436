// Words of workflows.
export default {
  en: {
    title: "Workflows", instances: "Workflows of the date", instancesOf: "Workflows of {0}", noInstances: "No workflow of {0} has begun.", workflow: "Workflow", cycle: "Cycle", starts: "Starts", nextStep: "Next step", who: "Who", dueAt: "Due", eye: "needs an eye",
    nodes: "Nodes", task: "Task", waits: "Waits for", acts: "Acts", run: "Run {0}", retry: "Try {0} again", skip: "Skip {0}", reasonOf: "Reason of what you do", history: "History", number: "No.", by: "By",
    defined: "Defined", noWorkflows: "The market has no workflows yet: gridclear workflow set FILE.", version: "version", next: "next start", noNext: "no start for weeks", graph: "Graph of {0}", after: "after {0}", waitsFor: "waits for {0}", byHand: "let go by {0}", due: "due {0}",
    on_stop: "stops if it fails", on_skip: "is left out if it fails", on_escalate: "somebody decides if it fails",
  },
  zh: {
    title: "流程", instances: "当日流程", instancesOf: "{0} 的流程", noInstances: "{0} 尚无流程启动。", workflow: "流程", cycle: "周期", starts: "开始", nextStep: "下一步", who: "负责人", dueAt: "期限", eye: "需关注",
    nodes: "节点", task: "任务", waits: "等待", acts: "操作", run: "运行 {0}", retry: "重试 {0}", skip: "跳过 {0}", reasonOf: "操作原因", history: "历史", number: "序号", by: "操作者",
    defined: "定义", noWorkflows: "市场还没有流程：gridclear workflow set FILE。", version: "版本", next: "下次启动", noNext: "数周内不启动", graph: "{0} 的流程图", after: "在 {0} 之后", waitsFor: "等待 {0}", byHand: "由 {0} 放行", due: "期限 {0}",
    on_stop: "失败则停止", on_skip: "失败则跳过", on_escalate: "失败则由人决定",
  },
};
