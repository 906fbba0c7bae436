package org.gridclear.convert;

import com.powsybl.commons.PowsyblException;
import com.powsybl.iidm.network.HvdcLine;
import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.ShuntCompensator;
import com.powsybl.iidm.network.ShuntCompensatorNonLinearModel;
import com.powsybl.psse.model.PsseVersion;
import com.powsybl.psse.model.pf.PssePowerFlowModel;
import com.powsybl.psse.model.pf.PsseSwitchedShunt;
import java.util.HashMap;
import java.util.Map;

/**
 * Values of a PSS/E file that PowSyBl 6.8's converter replaces by others: it takes the AC voltage
 * for that of a VSC line, and so another loss in its RDC, and for the susceptance of a switched
 * shunt one of those that it makes of its blocks.
 *
 * @param dcKv DC voltages by the name of the line, in kV
 * @param shuntMvar BINIT by PowSyBl's id of the switched shunt, in MVAr at 1 p.u., positive of a
 *     capacitor
 */
record PsseValues(Map<String, Double> dcKv, Map<String, Double> shuntMvar) {
  static final PsseValues NONE = new PsseValues(Map.of(), Map.of());

  /** The values of a file whose ids are as the converter has them. */
  static PsseValues of(PssePowerFlowModel model, PsseVersion version) {
    Map<String, Double> shuntMvar = new HashMap<>();
    boolean named = version.major() == PsseVersion.Major.V35;
    for (PsseSwitchedShunt shunt : model.getSwitchedShunts()) {
      String id = "B" + shunt.getI() + "-SwSH" + (named ? shunt.getId() : "1");
      shuntMvar.put(id, shunt.getBinit());
    }
    return new PsseValues(PsseDcFields.voltageKv(model), shuntMvar);
  }

  /**
   * Puts the values into what the converter made of the file.
   *
   * @throws PowsyblException if it has no shunt of such a name
   */
  void putInto(Network network) {
    network.getHvdcLines().forEach(this::voltage);
    shuntMvar.forEach((id, mvar) -> susceptance(network, id, mvar));
  }

  private void voltage(HvdcLine line) {
    Double kv = dcKv.get(line.getNameOrId());
    if (kv != null) {
      line.setNominalV(kv);
    }
  }

  /** A section of such a shunt has the susceptance of all up to it. */
  private static void susceptance(Network network, String id, double mvar) {
    ShuntCompensator shunt = network.getShuntCompensator(id);
    if (shunt == null) {
      throw new PowsyblException("The switched shunt %s is not converted.".formatted(id));
    }
    double kv = shunt.getTerminal().getVoltageLevel().getNominalV();
    ((ShuntCompensatorNonLinearModel) shunt.getModel())
        .getAllSections()
        .get(shunt.getSectionCount() - 1)
        .setB(mvar / (kv * kv));
  }
}
