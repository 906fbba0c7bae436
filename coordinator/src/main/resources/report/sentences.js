'use strict';
// Sentences of pages; {0}, {1} … stand for values.
Object.assign(WORDS, {
  '{0} more': '另有 {0} 条', ': ': '：', 'DONE': '完成', 'FAILED': '失败', 'CANCELLED': '已取消', 'PASSED': '通过', 'OPTIMAL': '最优', 'FEASIBLE': '可行', 'TIME_LIMITED': '限时停止', 'AUDIT FAILED': '审计未通过',
  "The search used all its branch-and-bound nodes (nodesMax); more of them, or a larger gap, let it end.": '搜索已用完分支定界节点数（nodesMax）；增大该限值或间隙可使其完成。',
  "The search used all its CPU time (secondsMax, --cpu-limit); more of it, or a larger gap, let it end.": '搜索已用完 CPU 时间（secondsMax，--cpu-limit）；增大该限值或间隙可使其完成。',
  "At negative prices losses would earn money: the schedule loses no more than its flows do, while what is proved allows more, and that is not narrowed further (docs/model.md, Losses).": '负电价下网损反而盈利：计划的网损不超过其潮流的网损，而已证明的下界允许更多，且不再进一步缩小（见 docs/model.md，Losses）。',
  "The dispatch within all limits of flows costs more than the search of the commitment saw, and another search finds no other one.": '满足全部潮流限值的出力计划比机组组合搜索所见更贵，再次搜索未找到其他方案。',
  'with losses': '计网损', 'without losses': '不计网损',
  'Run {0} · {1} · {2} cases × {3} periods of {4} min · {5} · {6} s on {7}': '运行 {0} · {1} · {2} 个方案 × {3} 个时段（每段 {4} 分钟）· {5} · {6} 秒，节点 {7}',
  'Run {0} · {1} · {2} periods of {3} min · {4} · {5} s on {6}': '运行 {0} · {1} · {2} 个时段（每段 {3} 分钟）· {4} · {5} 秒，节点 {6}', 'Study {0}': '研究 {0}',
  '{0} of {1} periods, {2} of {3} outages': '{1} 个时段中的 {0} 个，{3} 次停运中的 {2} 次',
  'the audit failed: {0}': '审计未通过：{0}', 'failed, {0}: {1}': '失败，{0}：{1}', '{0} relaxed, the dearest: {1}, {2}, by {3} {4} at {5}.': '放松 {0} 处，罚值最高者：{1}，{2}，放松 {3} {4}，时间 {5}。',
  '{0} relaxed, the dearest: {1}, {2}, by {3} {4}.': '放松 {0} 处，罚值最高者：{1}，{2}，放松 {3} {4}。', 'Synthetic data: {0}.': '合成数据：{0}。', 'Lost nodes: {0}; {1} units were sent again.': '丢失的计算节点：{0}；重发 {1} 个计算单元。',
  'Cost of each case against the base; the dearest is {0}, {1} {2} above it': '各方案相对基准方案的费用；最贵者为 {0}，高出 {1} {2}', 'from {0} to {1} {2}': '{0} 至 {1} {2}',
  'Load-weighted mean price of each case by period, {0}': '各方案各时段负荷加权平均电价，{0}', 'Price of each case against the share of time that it is reached, {0}': '各方案电价持续曲线，{0}',
  'The first {0} of {1} cases; the tables of all are in the folder cases.': '共 {1} 个方案，此处为前 {0} 个；全部表格见 cases 目录。', 'after the outage of {0}': '开断 {0} 后', 'intact grid': '完整电网',
  'No AC check was asked for; limits are those of the DC model and of the outages named in the case. Ask for one with --security-rounds.': '未要求交流校核；约束为直流模型及案例所列开断的限值。可用 --security-rounds 要求校核。',
  'Secure in AC': '交流校核安全', 'NOT SECURE in AC': '交流校核不安全', '{0} flows over their limits, {1} voltages outside their bands, {2} power flows without a solution.': '潮流越限 {0} 处，电压越限 {1} 处，无解潮流 {2} 个。',
  'Security costs {0} {1} more than the first round.': '安全使费用比第一轮增加 {0} {1}。', 'everything is within its limits': '全部在限值之内', 'Each could not be met and gave way at its penalty; the dearest first.': '下列约束无法满足，按罚值放松；罚值高者在前。',
  'day {0}': '第 {0} 日', 'whole horizon': '整个周期', 'no limit is relaxed': '没有放松的约束', 'Output by fuel; load peaks at {0} MW at {1}': '分燃料出力；负荷峰值 {0} MW，时间 {1}',
  'Load and LMP by period; the LMP is between {0} and {1} {2}': '各时段负荷与节点电价；电价在 {0} 至 {1} {2} 之间', '{0} of the {1} largest of {2} units run; those that stay off are not drawn.': '{2} 台机组中最大的 {1} 台里有 {0} 台运行；停机机组未画出。',
  'Commitment of {0} units, sorted by their first running period': '{0} 台机组的组合，按首次运行时段排序', 'LMP of {0} by component; between {1} and {2} {3}': '{0} 的电价分量；在 {1} 至 {2} {3} 之间', 'without a zone': '无分区', 'bus {0}': '节点 {0}',
  '{0} of {1} buses, those whose LMP moves most over the day; all are in prices.csv.': '共 {1} 个节点，此处为全天电价变化最大的 {0} 个；全部见 prices.csv。', 'LMP between {0} and {1}, mean {2} {3}.': '电价 {0} 至 {1}，平均 {2} {3}。',
  'Network by the greatest loading of the day.': '按全天最大负载率显示的网络。', 'Network at {0}.': '{0} 的网络。', 'greatest of all periods': '各时段最大值', 'no branch has a limit': '没有支路有限值', 'bus or branch': '节点或支路', 'closer': '放大', 'further': '缩小', 'show all': '显示全部',
  'voltage outside its band': '电压越限', 'no limit, or out': '无限值或停运', 'below 80 %': '低于 80 %', '80 to 100 %': '80 至 100 %', 'above 100 %': '高于 100 %', 'below 100 kV, or not known': '低于 100 kV 或未知', '100 to 300 kV': '100 至 300 kV', '300 kV and more': '300 kV 及以上',
  'The most loaded is {0} at {1} %.': '负载最高的是 {0}，{1} %。', '{0} buses and {1} branches; {2} branches above 100 %, {3} from 80 to 100 %.': '{0} 个节点，{1} 条支路；{2} 条高于 100 %，{3} 条在 80 至 100 % 之间。',
  'Arrows move, plus and minus zoom, 0 shows all.': '方向键移动，加减键缩放，0 显示全部。', 'Bus {0}: {1} kV, zone {2}.': '节点 {0}：{1} kV，分区 {2}。', 'Branch {0} from {1} to {2}: {3}.': '支路 {0}，从 {1} 到 {2}：{3}。', 'out of service': '停运', 'no limit': '无限值', 'not heavy': '非重载',
  'There is no bus or branch {0}.': '没有节点或支路 {0}。', 'units of zone {0}': '分区 {0} 的机组', 'units of group {0}': '机组群 {0} 的机组', 'units {0}': '机组 {0}', 'all units': '全部机组', 'the greatest of {0} MW and the largest unit': '{0} MW 与最大机组两者中较大者',
  'the greatest of {0}': '{0} 中的最大值',
  '{0} % of load': '负荷的 {0} %', '{0} % of the forecast of renewables': '新能源预测的 {0} %', '{1} {0}{2} held by {3}: at least {4}.': '{3}提供的{1}{0}{2}：不少于 {4}。', ' within {0} minutes': '（{0} 分钟内）', 'It is switched off in this case.': '本方案中未启用。',
  'spinning reserve': '旋转备用', 'regulation': '调频', 'non-spinning reserve': '非旋转备用', 'upward': '向上', 'downward': '向下', '{0}: held covers what is required in all periods': '{0}：各时段均满足要求', '{0}: short at {1}, {2} MW held of {3}': '{0}：{1} 不足，要求 {3} MW，持有 {2} MW',
  'Price of {0}, at most {1} {2}': '{0} 的价格，最高 {1} {2}', 'Reserve held over the day by fuel, {0} products, {1} MW·h': '全天按燃料持有的备用，{0} 个品种，{1} MW·h', 'nobody holds reserve': '没有机组持有备用',
  '{0} draws {1} MWh and gives {2} MWh; its level is at most {3} MWh': '{0} 充电 {1} MWh，放电 {2} MWh；最高电量 {3} MWh', 'Price at bus {0}, and what a MWh in store is worth by what the unit does': '节点 {0} 的电价，以及由其运行得出的存储电量价值',
  'Why in one period, in words: gridclear explain FOLDER --unit {0} --period 19': '某一时段的文字说明：gridclear explain FOLDER --unit {0} --period 19', '{0} units of work on {1} nodes in {2} s': '{1} 个计算节点在 {2} 秒内完成 {0} 个计算单元',
  'the first ones; {0} more are not drawn': '仅绘出最先的单元，其余 {0} 个未绘出',
  'nothing: the schedule is not secure': '无：方案不安全', 'its limit is relaxed at the penalty': '其限值按罚值放松', 'it is of reactive power, active power cannot relieve it': '由无功引起，有功无法缓解', 'a voltage: listed, not cut': '电压：列出，不作为割', 'BRANCH': '支路', 'FLOWGATE': '断面', 'VOLTAGE': '电压',
  '{0}, {1}, {2} outages on {3} snapshots, {4} monitored branches; set-up {5} s, screening {6} s, CPU {7} s; nodes {8}': '{0}，{1}，{3} 个断面 {2} 个开断，监视支路 {4} 条；准备 {5} 秒，校核 {6} 秒，CPU {7} 秒；节点 {8}',
  '{0} limits are violated before any outage.': '开断之前已有 {0} 处越限。', '{0} of {1} outages violate limits.': '{1} 个开断中有 {0} 个越限。', '{0} of {1} outages lack power that nobody can give or take.': '{1} 个开断中有 {0} 个功率无法平衡。', '{0} of {1} outages have no solution.': '{1} 个开断中有 {0} 个无解。',
  'What the requirement is made of': '备用要求的构成', 'Offers and status of units': '机组申报与状态', 'Product': '品种', 'Split by': '划分', 'Held by period': '各时段持有', 'Shares': '份额', 'Offers by price': '按价格的申报',
  'Status by unit and period: held as a share of what it could give': '机组各时段状态：持有占可提供的比例', 'given by the data': '给定值', 'largest unit': '最大机组', 'share of load': '负荷份额', 'share of renewables': '新能源份额',
  '{0} is made of: {1}; required at most {2} MW': '{0} 的构成：{1}；最大要求 {2} MW', ', times {0} to {1} by how the grid is operated': '，按运行方式乘以 {0} 至 {1}', 'The {0} of {1} units that can give most; all are in reserve-status.csv.': '{1} 台机组中可提供最多的 {0} 台；全部见 reserve-status.csv。', 'others': '其他',
  '{0} held by period, {1} MW·h in all; at most {2} MW could be given': '{0} 各时段持有，共 {1} MW·h；最多可提供 {2} MW', 'could be given': '可提供', 'Shares of {0}: {1}': '{0} 的份额：{1}', 'Offers of {0} at {1}: {2} units, {3} MW, of which {4} MW are held': '{1} {0} 的申报：{2} 台机组，{3} MW，其中持有 {4} MW',
  'offers': '申报', '{0}: {1} units by period; empty where a unit could give nothing': '{0}：{1} 台机组各时段；不可提供时空白', '{0}, {1}: {2} MW held of {3} MW': '{0}，{1}：可提供 {3} MW，持有 {2} MW', 'could give, MW': '可提供 MW', 'offered at': '申报价', 'held, MW': '持有 MW',
  'awarded before, MW': '此前中标 MW', 'called, MW': '调用 MW',
  '{0} buses outside their voltage bands.': '{0} 个节点电压越限。', 'Buses by': '节点按', 'voltage': '电压', 'LMP of their zone': '所在分区电价', 'Mean LMP of zones': '分区平均电价', 'LMP of zones': '分区电价', 'Mean LMP': '平均节点电价', 'LMP {0} {1} at {2}.': '{2} 节点电价 {0} {1}。',
  '{0} from {1} at bus {2} to {3} {5} at bus {4}.': '{0}：节点 {2} 的 {1} 至节点 {4} 的 {3} {5}。', 'Network: branches by loading, buses by voltage or price': '网络：支路按负载率，节点按电压或电价',
  'Snapshot': '断面', 'After': '开断', 'after': '开断', 'worst of all snapshots': '全部断面最严重', 'base case and all outages': '基态与全部开断', 'base case, nothing out': '基态（无开断）', 'any outage, the worst': '任一开断，最严重',
  'outage of {0}': '开断 {0}', 'The {0} most loaded of {1} heavy loadings and violations are drawn; all are in the files.': '画出 {1} 项重载与越限中负载率最高的 {0} 项；全部见文件。', 'loading, %': '负载率 %',
  'nothing is heavy or over its limit': '无重载或越限', 'Loading of devices': '设备负载率', '{0} of {1} outages open nothing that is in service and are left out.': '{1} 个开断中有 {0} 个不断开任何运行元件，略去。',
  '{0} of {1} outages were not computed.': '{1} 个开断中有 {0} 个未计算。', '{0} outages split the system and violate limits.': '{0} 个开断使系统解列并越限。', 'Lost nodes: {0}.': '丢失的计算节点：{0}。', 'The most severe outage is that of {0}, worst at {1}': '最严重的开断是 {0}，最严重设备 {1}', 'no device': '无',
  '{0} of the outages against their worst loading; the highest is {1}': '{0} 的开断按最大负载率排序；最高 {1}', '{0} of the outages come near a limit or exceed one and are drawn; of a voltage, 100 % is the end of its band.': '{0} 的开断接近或超过限值并画出；电压以其范围端点为 100 %。',
  'Outages with violations by snapshot, {0} snapshots': '各断面越限的开断数，共 {0} 个断面', 'Loading of {0} devices after {1} outages': '{1} 个开断后 {0} 个设备的负载率', '{0} after {1}: {2}': '{1} 后的 {0}：{2}', 'Network by the worst loading of each branch.': '按各支路最大负载率显示的网络。',
  '{0} entities · {1} metered intervals · {2} sums compared · books {3}': '{0} 个主体 · {1} 个计量时段 · 核对 {2} 个合计 · 账簿 {3}', 'The books do not balance: the differences sum up to {0} yuan.': '账不平：差额合计 {0} 元。', 'Close of {0}': '{0} 结算',
  'The {0} largest items by day, in yuan; the largest is {1}': '金额最大的 {0} 个科目逐日金额（元）；最大为 {1}', 'none': '无', 'A and B: {0} periods': 'A 与 B：{0} 个时段',
  'The books of the day allow no bills.': '当日账簿不可出账单。', 'Market day {0}': '市场日 {0}', '{0} events · {1} runs · times are those of the simulated clock': '{0} 个事件 · {1} 次运行 · 时间为模拟时钟', 'No version: {0}.': '没有版本：{0}。', 'Not in force: {0}.': '未生效：{0}。', '{0} and {1} more': '{0} 及另外 {1} 次',
  '{0} severe anomalies are open.': '{0} 个严重异常未处理。', '{0} to {1}': '{0} 至 {1}', '{0} periods lie above this scale, the highest at {1} yuan/MWh.': '{0} 个时段超出此范围，最高 {1} 元/MWh。', 'Shaded: real-time runs that no rule approved.': '阴影：未按规则批准的实时运行。',
  'Price in yuan/MWh: day ahead {0}, real time {1}; {2} incidents are marked': '电价（元/MWh）：日前 {0}，实时 {1}；标出 {2} 个事件', 'Load in MW: day ahead {0}, real time {1}': '负荷（MW）：日前 {0}，实时 {1}', '{0} runs that no rule approved': '{0} 次未按规则批准的运行',
});

// Rows of the catalogue of constraints (docs/model.md) in words: English, Chinese.
const CONSTRAINTS = {
  'B-02': ['output limits', '出力限值'], 'B-03': ['ramps, start and stop limits', '爬坡与启停限值'], 'B-04': ['minimum up and down time', '最小运行与停机时间'], 'B-05': ['number of starts and stops', '启停次数'],
  'B-06': ['start and stop curves', '启停曲线'], 'B-07': ['given status or fixed schedule', '给定状态或固定计划'], 'B-08': ['energy of a day', '日电量'], 'B-09': ['least number of units online', '最少开机台数'], 'B-10': ['reserve of units and groups', '机组与机组群备用'],
  'B-11': ['coal-mill bands', '磨煤机区间'], 'B-12': ['vibration zones', '振动区'], 'B-13': ['daily emissions', '日排放'], 'B-14': ['balance: load not served, or surplus', '功率平衡：切负荷或过剩'], 'B-15': ['reserve of the system', '系统备用'], 'B-16': ['reserve of a zone or group', '分区备用'],
  'B-17': ['must-run capacity', '必开容量'], 'B-18': ['limit of a flowgate', '断面限值'], 'B-19': ['rating of a branch', '支路限值'], 'B-20': ['limit of a branch after an outage', '开断后支路限值'], 'B-21': ['fuel', '燃料'], 'B-22': ['volume and release of a reservoir', '水库库容与下泄'],
  'B-23': ['emissions over the horizon', '周期排放总量'], 'B-24': ['spillage', '弃水'], 'B-25': ['HVDC band, ramp and schedule', '直流输电限值与计划'], 'B-26': ['constraint given as data', '数据给定的约束'], 'STORAGE': ['level of a storage unit at the end', '储能期末电量'],
};

// Rules of the validation (docs/formats.md) in Chinese, by id.
const RULES = {
  'FMT-08': '文件的每一部分都参与出清', 'FMT-09': '文件的每个字段都被使用', 'FMT-10': '文件未写明之处按其格式的规定取值', 'NET-03': '电抗不为 0', 'NET-06': '网络是一个整体', 'NET-07': '网络有参考节点', 'MKT-07': '容量满足负荷与备用', 'MKT-09': '给出初始状态', 'MKT-13': '初始出力在报价范围内',
  'MKT-16': '出清考虑每个开断', 'MKT-17': '当日有负荷', 'SET-12': '数据为实测或已认可', 'SET-20': '计量电量可信或已认可', 'SET-21': '报价机组有报价', 'SET-22': '已知机组此前是否开机', 'SET-25': '有效合同参与结算',
  'FMT-03': '每个字段都属于该格式', 'NET-04': '额定值不为负', 'NET-05': '支路连接两个节点', 'MKT-01': '下限不高于上限', 'MKT-02': '报价不随出力下降', 'MKT-05': '初始状态符合限值与时间', 'MKT-08': '数量不为负', 'MKT-11': '启动费用随停机时间上升', 'MKT-12': '储能电量在限值之内',
};

// Sentences of the program in Chinese, one after the other; what is left in English is no translation.
const PHRASES = [
  [/^AUDIT FAILED: (\d+) findings$/, '审计未通过：$1 项发现'], [/^LOAD NOT SERVED: ([\d.]+) MWh$/, '未供负荷：$1 MWh'], [/^LOAD NOT SERVED: ([\d.]+) MW in islands without a source$/, '未供负荷：无电源孤岛 $1 MW'], [/^LOAD NOT SERVED: ([\d.]+) MW in islands without a source, the most of (\d+) snapshots, in (.*)$/, '未供负荷：无电源孤岛 $1 MW（$2 个断面中最大，断面 $3）'], [/^OUTPUT NOT ABSORBED: (\d+) places and periods, most ([\d.]+) MW in period (\d+)$/, '发电过剩：$1 处（时段），时段 $3 最大 $2 MW'], [/NOT SECURE in AC: /, '交流校核不安全：'], [/(\d+) flows over their limits/, '$1 处潮流越限'], [/(\d+) power flows without a solution/, '$1 个潮流无解'],
  [/branch (\S+) at ([\d.]+ %) in period (\d+)/g, '支路 $1 达 $2（时段 $3）'], [/flowgate (\S+) at ([\d.]+ %) in period (\d+)/g, '断面 $1 达 $2（时段 $3）'], [/ after the outage of ([^,)]+)/g, '，开断 $1 后'], [/\(period (\d+)/g, '（时段 $1'], [/, period (\d+)/g, '、时段 $1'], [/, of reactive power/g, '（无功）'], [/, relaxed/g, '（已放松）'],
  [/^Nothing was checked: no base case could be computed, and without it no outage\.$/, '未作任何检查：基态无法计算，因此没有开断结果。'], [/^No branch has a rating \((\w+)\) or none is watched, so no flow of a branch is checked; voltages are\.$/, '没有支路有额定值（$1）或未监视，支路潮流未检查；电压已检查。'],
  [/^No branch has a rating \((\w+)\) or none is watched, so no flow of a branch is checked, and DC has no voltages\.$/, '没有支路有额定值（$1）或未监视，支路潮流未检查；直流没有电压。'], [/^Snapshot (\S+): /, '断面 $1：'], [/The base case has no AC solution: /, '基态交流潮流无解：'], [/Mismatch left ([\d.e+-]+) p\.u\. at bus (\S+)\./, '节点 $2 剩余失配 $1 p.u.。'],
  [/The greatest mismatch is at bus (\S+)\./, '最大失配在节点 $1。'], [/^The network without it has no DC solution: its equations are singular\.$/, '去掉它后直流潮流无解：方程奇异。'], [/No running unit is left in the island of bus (\S+)\. ?/, '节点 $1 所在孤岛没有运行机组。'],
  [/The part of bus (\S+) lives: (\d+) buses, ([\d.]+) MW of running units, ([\d.]+) MW of load\. ?/, '节点 $1 所在部分存活：$2 个节点，运行机组 $3 MW，负荷 $4 MW。'], [/(\d+) buses with (\d+) running units of ([\d.]+) MW and ([\d.]+) MW of load do not\. ?/, '其余 $1 个节点（$2 台运行机组 $3 MW，负荷 $4 MW）失电。'],
  [/The reference is bus (\S+), no longer (\S+)\. ?/, '参考节点为 $1，不再是 $2。'], [/^Nothing of it is in service\.$/, '其中没有投运设备。'], [/^Case (.+) is in A alone\.$/, '方案 $1 仅在 A 中。'], [/^Case (.+) is in B alone\.$/, '方案 $1 仅在 B 中。'], [/^([AB]), case (.+?): /, '$1，方案 $2：'],
  [/^Case (.+): A begins on (\S+), B on (\S+); they are matched by the time of day\.$/, '方案 $1：A 始于 $2，B 始于 $3；按一天中的时间对应。'], [/^Case (.+): A is (.+), B is (.+); they have no time in common, so only totals are compared\.$/, '方案 $1：A 为 $2，B 为 $3；没有共同时间，只比较合计。'],
  [/^Case (.+): (\d+) of kind (\S+) are in one side alone \(table only-in-one\)\.$/, '方案 $1：$2 个 $3 仅在一方（表 only-in-one）。'], [/^Case (.+): the totals of A are of ([\d.]+) h, those of B of ([\d.]+) h\.$/, '方案 $1：A 的合计为 $2 h，B 的合计为 $3 h。'],
  [/^(.*?)NOT SECURE in (\d+) runs: /, '$1$2 次运行不安全：'], [/^(.*?)FALLBACK in (\d+) runs: /, '$1$2 次运行使用后备结果：'], [/^(.*?)AUDIT FAILED in (\d+) runs: /, '$1$2 次运行审计未通过：'], [/^(.*?)LOAD NOT SERVED in (\d+) runs: /, '$1$2 次运行有未供负荷：'],
  [/^(.*?)No run for /, '$1没有运行：'], [/ and (\d+) more times$/, ' 及另外 $1 次'], [/^(\d+) members, (\d+) records proposed; (\S+) approved them$/, '$1 个成员，提交 $2 条记录；$3 已批准'], [/^network, parameters and workflows kept$/, '网络、参数与流程已保存'],
  [/^forecasts of the horizon, wind, sun and buses$/, '周期、风、光与节点的预测'], [/^load forecast of the day ahead$/, '日前负荷预测'], [/^reference offers of (\S+)$/, '$1 的参考报价'], [/^(\d+) units declared$/, '申报 $1 台机组'], [/^declared over the cap: refused by (.+)$/, '申报超过上限：按 $1 拒绝'],
  [/^declared after the gate: refused by (.+)$/, '关闸后申报：按 $1 拒绝'], [/^wants to approve (.+)$/, '请求批准 $1'], [/^unit (\S+) \(([\d.]+) MW\) trips, back at (\S+)$/, '机组 $1（$2 MW）跳闸，$3 恢复'], [/^the forecast of (\S+) came without a value$/, '$1 的预测没有数值'],
  [/: (\d+) anomalies handled; (\S+) approved it$/, '：处理 $1 个异常；$2 已批准'], [/: fallback on (.+); (\S+) approved it$/, '：后备结果取自 $1；$2 已批准'], [/^(\d+) nodes ended, the last one at (.+)$/, '$1 个节点完成，最后一个于 $2'], [/: (\d+) offers in force, (\d+) remarks$/, '：$1 份有效报价，$2 条说明'],
  [/: case (\w+) of (\d+) pieces$/, '：方案 $1，由 $2 份数据组成'], [/^the day is settled: (\d+) entities, residual (\S+) yuan$/, '当日已结算：$1 个主体，差额 $2 元'], [/: (\d+) anomalies, (\d+) severe and open$/, '：$1 个异常，其中 $2 个严重且未处理'], [/: (\d+) publications, (\d+) messages$/, '：$1 次发布，$2 条消息'], [/: (\S+) made (.+); somebody else decides\.$/, '：$2 由 $1 制作；须由他人决定。'],
  [/^unit parameters$/, '机组参数'], [/^load shape$/, '负荷曲线'], [/^initial states$/, '初始状态'], [/^branch ratings$/, '支路额定值'], [/^offers of (\d+) of (\d+) units$/, '$2 台机组中 $1 台的报价'], [/^least outputs of (\d+) of (\d+) units$/, '$2 台机组中 $1 台的最小出力'],
  [/^renewable forecasts of (\d+) of (\d+) units$/, '$2 台机组中 $1 台的新能源预测'], [/^wind or solar as kind of (\d+) of (\d+) units$/, '$2 台机组中 $1 台的风光类型'],
];
const ISSUE = /^(to be verified: )?(ERROR|WARNING|NOTICE) ([A-Z]{3}-\d\d) (.*?): (.*) = (.*?); rule: (.*?)\.( |$)/;

// The sentence in Chinese, or null where the program has none.
function translated(text) {
  const issue = ISSUE.exec(text);
  if (issue && RULES[issue[3]]) {
    const kinds = {ERROR: '错误', WARNING: '警告', NOTICE: '提示'};
    const value = /[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/.test(issue[6]) ? '' : ` = ${issue[6]}`;
    return `${issue[1] ? '待核实：' : ''}${kinds[issue[2]]} ${issue[3]}，${issue[4]}：${issue[5].replace(', ', '，')}${value}；规则：${RULES[issue[3]]}。`;
  }
  const result = PHRASES.reduce((left, [pattern, chinese]) => left.replace(pattern, chinese), text);
  return /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(result) || (result === text && /[a-z]{3,} [a-z]{2,}/.test(text)) ? null : result;
}
