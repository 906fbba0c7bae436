// Words of the nodes.
export default {
  en: {
    title: "Nodes and capacity", nodes: "Nodes", workers: "Nodes that work", slots: "Slots", running: "Units on nodes", waiting: "Units that wait", oldest: "oldest for {0}:", efficiency: "Efficiency",
    efficiencyIs: "slots that work now", role: "Role", works: "takes work", noWork: "no work", memory: "Memory", memoryOf: "Memory of {0}", cpu: "Processors", data: "Data", disk: "disk", inMemory: "memory",
    up: "Up for", addresses: "Addresses", acts: "Acts", drain: "Drain {0}", drainNow: "Yes, drain {0}", drainSays: "{0} takes no more work and stops when its last unit is done and its data have backups.",
    drainLast: "{0} is the last node that takes work: after it nothing runs.", backups: "backups are complete: one more node may be lost", noBackups: "backups are being made: stop no node now", lost: "data were lost: {0}",
    activate: "Go on without what is missing", activateSays: "Start the members that are missing, or go on without them.", oneMore: "One more node", idle: "Nothing runs and nothing waits: one more node would save nothing now.",
    notKnown: "A run does not know its end yet, so what one more node would save is not known.", nothingWaits: "Nothing waits for a slot: one more node would save nothing now.",
    wouldSave: "One more node of {0} slots would save about {1}: {2} are left, with it {3}, if all units take the same time.", pastRun: "A past run, replayed", nothingSent: "No node worked for this run: every outcome was there.", takes: "It would take", saves: "Saves",
    replayed: "Its {0} units with their measured times take {1} s on the {2} nodes of now ({3} slots), {4} s on one more: {5} s less ({6}).",
    replayIs: "Then it ran on {0} nodes and took {1} s. Units go in the dispatcher's order; the way to a node takes no time here. Its longest unit takes {2} s: no number of nodes does better.", quarantine: "Units that are not tried again",
  },
  zh: {
    title: "节点与容量", nodes: "节点", workers: "工作节点", slots: "工作槽", running: "运行中的单元", waiting: "等待的单元", oldest: "最长等待 {0}：", efficiency: "效率",
    efficiencyIs: "当前工作的工作槽占比", role: "角色", works: "接受任务", noWork: "不接受任务", memory: "内存", memoryOf: "{0} 的内存", cpu: "处理器", data: "数据", disk: "磁盘", inMemory: "内存",
    up: "运行时长", addresses: "地址", acts: "操作", drain: "停用 {0}", drainNow: "确认停用 {0}", drainSays: "{0} 不再接受任务，最后一个单元完成且数据有备份后停止。",
    drainLast: "{0} 是最后一个接受任务的节点：停用后无法运行任务。", backups: "备份完整：可再失去一个节点", noBackups: "正在备份：请勿停止节点", lost: "数据丢失：{0}",
    activate: "不等待缺失成员继续", activateSays: "启动缺失的成员，或不等待它们继续。", oneMore: "增加一个节点", idle: "没有运行或等待的任务：增加节点目前不节省时间。",
    notKnown: "有运行尚不知结束时间，因此无法得知增加节点可节省的时间。", nothingWaits: "没有任务等待工作槽：增加节点目前不节省时间。",
    wouldSave: "增加一个 {0} 槽的节点约可节省 {1}：剩余 {2}，增加后为 {3}（假设各单元用时相同）。", pastRun: "重放历史运行", nothingSent: "此运行没有节点工作：全部结果已存在。", takes: "所需时间", saves: "节省",
    replayed: "按实测用时重放其 {0} 个单元：现有 {2} 个节点（{3} 槽）需 {1} 秒，增加一个节点需 {4} 秒，节省 {5} 秒（{6}）。",
    replayIs: "当时在 {0} 个节点上运行，用时 {1} 秒。单元按调度顺序发送，不计传输时间。最长单元用时 {2} 秒，增加节点无法更短。", quarantine: "不再重试的单元",
  },
};
