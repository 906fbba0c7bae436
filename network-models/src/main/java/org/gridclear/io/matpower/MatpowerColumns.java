package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named columns of MATPOWER's tables, as its idx_* functions return them, in their order. */
final class MatpowerColumns {
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "idx_bus",
              "PQ=1 PV=2 REF=3 NONE=4 BUS_I=1 BUS_TYPE=2 PD=3 QD=4 GS=5 BS=6 BUS_AREA=7 VM=8 VA=9"
                  + " BASE_KV=10 ZONE=11 VMAX=12 VMIN=13 LAM_P=14 LAM_Q=15 MU_VMAX=16 MU_VMIN=17",
          "idx_brch",
              "F_BUS=1 T_BUS=2 BR_R=3 BR_X=4 BR_B=5 RATE_A=6 RATE_B=7 RATE_C=8 TAP=9 SHIFT=10"
                  + " BR_STATUS=11 PF=14 QF=15 PT=16 QT=17 MU_SF=18 MU_ST=19 ANGMIN=12 ANGMAX=13"
                  + " MU_ANGMIN=20 MU_ANGMAX=21",
          "idx_gen",
              "GEN_BUS=1 PG=2 QG=3 QMAX=4 QMIN=5 VG=6 MBASE=7 GEN_STATUS=8 PMAX=9 PMIN=10"
                  + " MU_PMAX=22 MU_PMIN=23 MU_QMAX=24 MU_QMIN=25 PC1=11 PC2=12 QC1MIN=13"
                  + " QC1MAX=14 QC2MIN=15 QC2MAX=16 RAMP_AGC=17 RAMP_10=18 RAMP_30=19 RAMP_Q=20"
                  + " APF=21",
          "idx_cost", "PW_LINEAR=1 POLYNOMIAL=2 MODEL=1 STARTUP=2 SHUTDOWN=3 NCOST=4 COST=5");

  /** The columns of dcline, as idx_dcline returns them. */
  static final Map<String, Integer> DC_LINE = new LinkedHashMap<>();

  /** Every constant by name, as define_constants sets them. */
  static final Map<String, Integer> CONSTANTS = new LinkedHashMap<>();

  static {
    String dcLine =
        "F_BUS T_BUS BR_STATUS PF PT QF QT VF VT PMIN PMAX QMINF QMAXF QMINT QMAXT LOSS0 LOSS1"
            + " MU_PMIN MU_PMAX MU_QMINF MU_QMAXF MU_QMINT MU_QMAXT";
    for (String name : dcLine.split(" ")) {
      DC_LINE.put(name, DC_LINE.size() + 1);
    }
    for (String constants : FUNCTIONS.values()) {
      for (String pair : constants.split(" ")) {
        String[] parts = pair.split("=");
        CONSTANTS.put(parts[0], Integer.valueOf(parts[1]));
      }
    }
  }

  private MatpowerColumns() {}

  /** What an idx_* function returns, in order; empty for another function. */
  static List<Integer> outputs(String function) {
    List<Integer> outputs = new ArrayList<>();
    String constants = FUNCTIONS.get(function);
    if (constants != null) {
      for (String pair : constants.split(" ")) {
        outputs.add(Integer.valueOf(pair.substring(pair.indexOf('=') + 1)));
      }
    }
    return outputs;
  }
}
