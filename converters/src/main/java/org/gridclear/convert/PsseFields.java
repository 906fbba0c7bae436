package org.gridclear.convert;

import static org.gridclear.convert.Declared.Field.noticed;
import static org.gridclear.convert.Declared.Field.refused;

import com.powsybl.commons.PowsyblException;
import com.powsybl.commons.datasource.ReadOnlyDataSource;
import com.powsybl.psse.model.PsseVersion;
import com.powsybl.psse.model.io.Context;
import com.powsybl.psse.model.pf.PsseArea;
import com.powsybl.psse.model.pf.PsseBus;
import com.powsybl.psse.model.pf.PsseGenerator;
import com.powsybl.psse.model.pf.PsseLoad;
import com.powsybl.psse.model.pf.PsseNonTransformerBranch;
import com.powsybl.psse.model.pf.PssePowerFlowModel;
import com.powsybl.psse.model.pf.PsseSwitchedShunt;
import com.powsybl.psse.model.pf.PsseTransformer;
import com.powsybl.psse.model.pf.io.PowerFlowData;
import com.powsybl.psse.model.pf.io.PowerFlowDataFactory;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * The fields and records of PSS/E that PowSyBl 6.8's converter leaves aside, by what its classes
 * ask of the records.
 */
final class PsseFields {
  /** IDE of a bus that is out. */
  private static final int OUT = 4;

  private static final String NO_FLOW = "No power flow uses it.";
  private static final String OTHER_FLOW =
      "The converter does not read it, and the power flow would be another with it.";
  private static final String CANCELLED =
      "Parts of a load that add up to 0 are dropped all. Give it as a load of its own id.";
  private static final String ONE_RATING = "Only the first rating of a branch is read.";

  private static final Declared<PsseBus> BUS =
      new Declared<>(
          "bus",
          PsseBus::getI,
          List.of(
              noticed("ZONE", PsseBus::getZone, NO_FLOW),
              noticed("OWNER", PsseBus::getOwner, NO_FLOW),
              noticed("NVHI", PsseBus::getNvhi, "Voltage limits are not read."),
              noticed("NVLO", PsseBus::getNvlo, "Voltage limits are not read."),
              noticed("EVHI", PsseBus::getEvhi, "Voltage limits are not read."),
              noticed("EVLO", PsseBus::getEvlo, "Voltage limits are not read.")));

  private static final Declared<PsseLoad> LOAD =
      new Declared<>(
          "load",
          load -> load.getI() + " " + load.getId(),
          List.of(
              noticed("AREA", PsseLoad::getArea, "A load has the area of its bus."),
              noticed("ZONE", PsseLoad::getZone, NO_FLOW),
              noticed("OWNER", PsseLoad::getOwner, NO_FLOW),
              noticed("SCALE", PsseLoad::getScale, NO_FLOW),
              noticed("INTRPT", PsseLoad::getIntrpt, NO_FLOW),
              noticed("LOADTYPE", PsseLoad::getLoadtype, NO_FLOW),
              refused("IP", load -> cancelled(load) ? load.getIp() : 0, CANCELLED),
              refused("YP", load -> cancelled(load) ? load.getYp() : 0, CANCELLED),
              refused("IQ", load -> cancelledReactive(load) ? load.getIq() : 0, CANCELLED),
              refused("YQ", load -> cancelledReactive(load) ? load.getYq() : 0, CANCELLED),
              refused("DGENP", load -> load.getDgenm() == 0 ? 0 : load.getDgenp(), OTHER_FLOW),
              refused("DGENQ", load -> load.getDgenm() == 0 ? 0 : load.getDgenq(), OTHER_FLOW)));

  private static final Declared<PsseGenerator> GENERATOR =
      new Declared<>(
          "generator",
          generator -> generator.getI() + " " + generator.getId(),
          List.of(
              noticed("MBASE", PsseGenerator::getMbase, NO_FLOW),
              noticed("ZR", PsseGenerator::getZr, NO_FLOW),
              noticed("ZX", PsseGenerator::getZx, NO_FLOW),
              noticed(
                  "RMPCT", PsseGenerator::getRmpct, "Machines share reactive power by their room."),
              noticed("WMOD", PsseGenerator::getWmod, "Limits are QT and QB as they stand."),
              noticed("WPF", PsseGenerator::getWpf, "Limits are QT and QB as they stand."),
              noticed("BASLOD", PsseGenerator::getBaslod, NO_FLOW),
              noticed("O1", g -> g.getOwnership().getO1(), NO_FLOW),
              noticed("F1", g -> g.getOwnership().getF1(), NO_FLOW),
              refused("RT", PsseGenerator::getRt, OTHER_FLOW),
              refused("XT", PsseGenerator::getXt, OTHER_FLOW),
              noticed(
                  "GTAP",
                  g -> g.getGtap() == 1 ? 0 : g.getGtap(),
                  "It belongs to a step-up transformer (RT, XT) that is not given.")));

  private static final Declared<PsseNonTransformerBranch> BRANCH =
      new Declared<>(
          "branch",
          branch -> branch.getI() + "-" + branch.getJ() + " " + branch.getCkt(),
          List.of(
              noticed("RATEB", branch -> branch.getRates().getRateb(), ONE_RATING),
              noticed("RATEC", branch -> branch.getRates().getRatec(), ONE_RATING),
              noticed("RATE2", branch -> branch.getRates().getRate2(), ONE_RATING),
              noticed("MET", PsseNonTransformerBranch::getMet, NO_FLOW),
              noticed("LEN", PsseNonTransformerBranch::getLen, NO_FLOW),
              noticed("O1", branch -> branch.getOwnership().getO1(), NO_FLOW),
              noticed("F1", branch -> branch.getOwnership().getF1(), NO_FLOW),
              noticed("NAME", PsseNonTransformerBranch::getName, NO_FLOW)));

  private static final Declared<PsseTransformer> TRANSFORMER =
      new Declared<>(
          "transformer",
          t -> t.getI() + "-" + t.getJ() + " " + t.getCkt(),
          List.of(
              noticed("RATB", t -> t.getWinding1Rates().getRateb(), ONE_RATING),
              noticed("RATC", t -> t.getWinding1Rates().getRatec(), ONE_RATING),
              noticed("RATE2", t -> t.getWinding1Rates().getRate2(), ONE_RATING),
              noticed("RATB", t -> t.getK() == 0 ? 0 : t.getWinding2Rates().getRateb(), ONE_RATING),
              noticed("RATB", t -> t.getK() == 0 ? 0 : t.getWinding3Rates().getRateb(), ONE_RATING),
              noticed(
                  "RATE2", t -> t.getK() == 0 ? 0 : t.getWinding2Rates().getRate2(), ONE_RATING),
              noticed(
                  "RATE2", t -> t.getK() == 0 ? 0 : t.getWinding3Rates().getRate2(), ONE_RATING),
              noticed("NMETR", PsseTransformer::getNmetr, NO_FLOW),
              noticed("VECGRP", PsseTransformer::getVecgrp, "Phase shifts are those of ANG."),
              noticed("CR", t -> t.getWinding1().getCr(), "A tap is held where it is."),
              noticed("CX", t -> t.getWinding1().getCx(), "A tap is held where it is."),
              refused("TAB", t -> t.getWinding1().getTab(), OTHER_FLOW),
              refused("TAB", t -> t.getK() == 0 ? 0 : t.getWinding2().getTab(), OTHER_FLOW),
              refused("TAB", t -> t.getK() == 0 ? 0 : t.getWinding3().getTab(), OTHER_FLOW)));

  private static final Declared<PsseSwitchedShunt> SWITCHED_SHUNT =
      new Declared<>(
          "switched shunt",
          PsseSwitchedShunt::getI,
          List.of(
              noticed(
                  "MODSW",
                  PsseSwitchedShunt::getModsw,
                  "It stays at BINIT; power flow does not switch its blocks."),
              noticed("RMPCT", PsseSwitchedShunt::getRmpct, NO_FLOW),
              noticed("RMIDNT", PsseSwitchedShunt::getRmidnt, NO_FLOW)));

  private static final Declared<PsseArea> AREA =
      new Declared<>(
          "area",
          PsseArea::getI,
          List.of(
              noticed("ISW", PsseArea::getIsw, "Interchange of areas is not controlled."),
              noticed("PDES", PsseArea::getPdes, "Interchange of areas is not controlled."),
              noticed("PTOL", PsseArea::getPtol, "Interchange of areas is not controlled.")));

  private PsseFields() {}

  /**
   * Names what of the file is not converted; issues of reading it come from the converter.
   *
   * @return what the converter replaces by other values
   */
  static PsseValues check(ReadOnlyDataSource source, String ending, IssueLog log) {
    try {
      PowerFlowData data = PowerFlowDataFactory.create(ending);
      PsseVersion version = data.readVersion(source, ending);
      if (!version.isSupported()) {
        log.add(Rule.SYNTAX, "document", "REV", version, "Revisions 32 to 35 are read.");
        return PsseValues.NONE;
      }
      PssePowerFlowModel model =
          PowerFlowDataFactory.create(ending, version).read(source, ending, new Context());
      check(model, log);
      PsseRepairs.notice(model, version, log);
      return PsseValues.of(model, version);
    } catch (IOException | PowsyblException e) {
      log.add(
          Rule.SYNTAX, "document", "", e.getMessage(), "Is it a PSS/E file of revision 32 to 35?");
    } catch (RuntimeException e) {
      // The parser answers broken records with whatever it stumbles over.
      log.add(Rule.SYNTAX, "document", "", String.valueOf(e.getMessage()), "Is the file cut off?");
    }
    return PsseValues.NONE;
  }

  private static void check(PssePowerFlowModel model, IssueLog log) {
    deadBuses(model, log);
    PsseBusReferences.check(model, log);
    BUS.check(model.getBuses(), log);
    LOAD.check(model.getLoads(), log);
    GENERATOR.check(model.getGenerators(), log);
    BRANCH.check(model.getNonTransformerBranches(), log);
    TRANSFORMER.check(model.getTransformers(), log);
    SWITCHED_SHUNT.check(model.getSwitchedShunts(), log);
    AREA.check(model.getAreas(), log);
    PsseDcFields.check(model, log);
    records("multi-terminal DC line", model.getMultiTerminalDcTransmissionLines(), true, log);
    records("GNE device", model.getGneDevice(), true, log);
    records("induction machine", model.getInductionMachines(), true, log);
    records("impedance correction table", model.getTransformerImpedanceCorrections(), false, log);
    records("multi-section line", model.getLineGrouping(), false, log);
    records("inter-area transfer", model.getInterareaTransfer(), false, log);
    records("zone", model.getZones(), false, log);
    records("owner", model.getOwners(), false, log);
    log.notice(
        Rule.FIELD_USED, "case", "", "BASFRQ", model.getCaseIdentification().getBasfrq(), NO_FLOW);
  }

  /** The converter has the parts of a load as shares of their sum. */
  private static boolean cancelled(PsseLoad load) {
    return load.getPl() + load.getIp() + load.getYp() == 0;
  }

  private static boolean cancelledReactive(PsseLoad load) {
    return load.getQl() + load.getIq() + load.getYq() == 0;
  }

  /** The converter energises a bus of IDE 4 by any branch in service that ends at it. */
  private static void deadBuses(PssePowerFlowModel model, IssueLog log) {
    Set<Integer> live = new HashSet<>();
    for (PsseNonTransformerBranch branch : model.getNonTransformerBranches()) {
      if (branch.getSt() != 0) {
        live.addAll(List.of(branch.getI(), branch.getJ()));
      }
    }
    for (PsseTransformer transformer : model.getTransformers()) {
      if (transformer.getStat() != 0) {
        live.addAll(List.of(transformer.getI(), transformer.getJ(), transformer.getK()));
      }
    }
    for (PsseBus bus : model.getBuses()) {
      if (bus.getIde() == OUT && live.contains(bus.getI())) {
        log.add(
            Rule.FIELD_KNOWN,
            "bus " + bus.getI(),
            "IDE",
            OUT,
            "A branch in service ends at it. Give what is at a bus that is out status 0.");
      }
    }
  }

  private static void records(String kind, List<?> records, boolean inFlow, IssueLog log) {
    for (int r = 0; r < records.size(); r++) {
      if (inFlow) {
        log.add(Rule.FIELD_KNOWN, kind + " " + (r + 1), "record", "given", OTHER_FLOW);
      } else {
        log.notice(Rule.FIELD_USED, kind, String.valueOf(r + 1), "record", "given", NO_FLOW);
      }
    }
  }
}
