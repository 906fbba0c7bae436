package org.gridclear.oracle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows, outages, interfaces and HVDC lines, worked out by hand. */
class HandWorkedGridTest {
  /** Units at a, of 10 yuan/MWh, and at b, of 60. */
  private static final String UNITS =
      "'thermalUnits': ["
          + "{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1000]}]},"
          + "{'id': 'h', 'bus': 'b', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 6000]}]}], ";

  private static String buses(String branches) {
    return "'network': {'buses': [{'id': 'a', 'type': 'reference'}, {'id': 'b'}, {'id': 'c'}], "
        + branches;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1000; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS'busLoads': [{'bus': 'b', 'mw': 50}]
          250; 15; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS'busLoads': [{'bus': 'b', 'mw': 50}]
          60500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1000]}]}], 'busLoads': [{'bus': 'b', 'mw': 50}]
          30500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1000]}]}], 'penalties': {'thermalYuanPerMwh': 3000}, 'busLoads': [{'bus': 'b', 'mw': 50}]
          200400; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1000]}]}], 'branchLimits': [{'branch': 'ab', 'mw': 40, 'penaltyYuanPerMwh': 'Infinity'}], 'busLoads': [{'bus': 'b', 'mw': 50}]
          1500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'branchLimits': [{'branch': 'ab', 'mw': 30}], 'busLoads': [{'bus': 'b', 'mw': 50}]
          500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'branchLimits': [{'branch': 'ab', 'mw': 'Infinity'}], 'busLoads': [{'bus': 'b', 'mw': 50}]
          2100; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}, {'id': 'ac', 'from': 'a', 'to': 'c', 'xPu': 0.1, 'ratings': {'normalMva': 30}}]}, UNITS'busLoads': [{'bus': 'c', 'mw': 60}]
          600; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}, {'id': 'ac', 'from': 'a', 'to': 'c', 'xPu': 0.2, 'ratings': {'normalMva': 30}}]}, UNITS'busLoads': [{'bus': 'c', 'mw': 60}]
          1600; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}, {'id': 'ac', 'from': 'a', 'to': 'c', 'xPu': 0.2, 'ratings': {'normalMva': 25}}]}, UNITS'busLoads': [{'bus': 'c', 'mw': 60}]
          1600; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}, {'id': 'ac', 'from': 'a', 'to': 'c', 'xPu': 0.1, 'tapRatio': 2, 'ratings': {'normalMva': 25}}]}, UNITS'busLoads': [{'bus': 'c', 'mw': 60}]
          500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS'busLoads': [{'bus': 'b', 'mw': 50}]
          500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'shiftDeg': 1.7188733853924696, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'busLoads': [{'bus': 'b', 'mw': 50}], 'penalties': {'thermalYuanPerMwh': 3000}
          1100; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'shiftDeg': 1.7188733853924696, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'busLoads': [{'bus': 'b', 'mw': 60}]
          1100; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'shiftDeg': -1.7188733853924696, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'busLoads': [{'bus': 'b', 'mw': 60}]
          1000; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}], 'flowgates': [{'id': 'f', 'terms': [{'branch': 'ab'}, {'branch': 'ab2'}], 'limitMw': 40, 'reverseLimitMw': 20}]}, UNITS'busLoads': [{'bus': 'b', 'mw': 50}]
          2000; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}], 'flowgates': [{'id': 'f', 'terms': [{'branch': 'ab', 'weight': -1}, {'branch': 'ab2', 'weight': -1}], 'limitMw': 40, 'reverseLimitMw': 20}]}, UNITS'busLoads': [{'bus': 'b', 'mw': 50}]
          1750; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}], 'flowgates': [{'id': 'f', 'terms': [{'branch': 'ab', 'weight': 2}], 'limitMw': 25}]}, UNITS'busLoads': [{'bus': 'b', 'mw': 50}]
          1250; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 0}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}], 'flowgates': [{'id': 'f', 'terms': [{'branch': 'ab'}, {'branch': 'ab2'}], 'limitMw': 40}]}, UNITS 'rules': {'flowgateLimits': [{'flowgate': 'f', 'mw': [35]}]}, 'busLoads': [{'bus': 'b', 'mw': 50}]
          1000; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'branchOutages': [{'branch': 'ab2'}], 'busLoads': [{'bus': 'b', 'mw': 50}]
          1500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'rules': {'contingencies': {'everyBranch': true}}, 'busLoads': [{'bus': 'b', 'mw': 50}]
          1500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'rules': {'contingencies': {'listed': [{'id': 'x', 'branches': ['ab']}]}}, 'busLoads': [{'bus': 'b', 'mw': 50}]
          280500; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1000]}]}], 'rules': {'contingencies': {'everyBranch': true}}, 'busLoads': [{'bus': 'b', 'mw': 50}]
          2000; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'branchLimits': [{'branch': 'ab', 'mw': 100, 'emergencyMw': 20}, {'branch': 'ab2', 'mw': 100, 'emergencyMw': 45}], 'rules': {'contingencies': {'everyBranch': true}}, 'busLoads': [{'bus': 'b', 'mw': 50}]
          750; 60; 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'ab2', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'ratings': {'normalMva': 40, 'emergencyMva': 30}}, {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1}]}, UNITS 'branchLimits': [{'branch': 'ab', 'mw': 100, 'emergencyMw': 45}, {'branch': 'ab2', 'mw': 100, 'emergencyMw': 45}], 'rules': {'contingencies': {'everyBranch': true}}, 'busLoads': [{'bus': 'b', 'mw': 50}]
          """)
  void flowsKeepTheirLimitsAtTheLeastCost(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(1, minutes, buses(parts.replace("UNITS", UNITS))), false);
  }
}
