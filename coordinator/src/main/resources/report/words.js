'use strict';
// English to Chinese, for headings and columns. Names of the data stay as they are.
const WORDS = {
  'sections': '章节', 'search': '搜索', 'more': '条更多', 'nothing': '无', 'Comparison of cases': '方案比较', 'Cost against the base case': '相对基准方案的费用',
  'Load-weighted mean LMP': '负荷加权平均节点电价', 'Price duration': '电价持续曲线', 'Dispatch by fuel, and load': '分燃料出力与负荷', 'Load and mean LMP': '负荷与平均电价',
  'Commitment: output as a share of the upper limit, empty where off': '机组组合：出力占上限的比例，空白为停机', 'Limits that set prices': '影响电价的约束',
  'Which node did what, when': '各计算节点的工作时间', 'Case in detail': '方案明细', 'Overview': '概览', 'Prices': '电价', 'Limits': '约束', 'Work': '计算', 'Cost': '费用',
  'Case': '方案', 'Status': '状态', 'Energy': '电能费用', 'Starts': '启动费用', 'Penalties': '罚值', '#starts': '启动次数', 'Unit-h': '机组小时',
  'Served MWh': '供电量 MWh', 'Shed MWh': '切负荷 MWh', 'Curtailed MWh': '弃电 MWh', 'LMP min': '电价最低', 'mean': '平均', 'max': '最高', 'Binding': '起作用约束',
  'Gap %': '间隙 %', 's': '秒', 'Element': '元件', 'Period': '时段', 'Flow MW': '潮流 MW', 'Limit MW': '限值 MW', 'Shadow price': '影子价格',
  'Must be looked at': '必须处理', 'Relaxed limits': '放松的约束', 'Notices': '提示', 'cost': '费用', 'load served': '已供负荷', 'load not served': '未供负荷',
  'starts': '启动', 'audit': '审计', 'LMP mean': '平均电价', 'cases': '方案数', 'failed': '失败', 'secure': '安全', 'violated': '越限', 'islanded': '解列',
  'unbalanced': '功率不平衡', 'diverged': '不收敛', 'skipped': '跳过', 'islanded and violated': '解列且越限', 'base violations': '基态越限', 'heavy in base': '基态重载',
  'Most severe outages, by excess over limits': '最严重的开断（按越限量）', 'Loading duration: worst loading of every outage': '负载率持续曲线：各开断的最大负载率',
  'By time': '按时间', 'Loading of devices after outages': '开断后的设备负载率', 'Network: branches by their worst loading': '网络：支路最大负载率', 'Worst outages': '最严重的开断',
  'Devices': '设备', 'Base case of the first snapshot: heavy and violated devices': '首个断面基态：重载与越限设备', 'outage': '开断', 'snapshot': '断面', 'status': '状态',
  'violations': '越限数', 'worst device': '最严重设备', 'loading': '负载率', 'excess MW': '越限 MW', 'excess p.u.': '越限 p.u.', 'severity': '严重度', 'lost load MW': '损失负荷 MW',
  'lost generation MW': '损失出力 MW', 'missing MW': '缺额 MW', 'which part lives, what is missing': '存活部分与缺额', 'device': '设备', 'kind': '类型', 'zone': '分区',
  'heavy snapshots': '重载断面', 'base violated': '基态越限', 'N-1 violated': 'N-1 越限', 'worst loading': '最大负载率', 'worst outage': '最严重开断', 'at': '断面',
  'state': '状态', 'value': '值', 'limit': '限值', 'Severity': '严重度', 'Time': '时间', 'Network': '网络', 'Outages': '开断', 'Base case': '基态', 'Loading': '负载率', 'no limit binds': '没有起作用的约束',
};
