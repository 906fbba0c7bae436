package org.gridclear.convert;

import static org.gridclear.convert.Declared.Field.noticed;

import com.powsybl.commons.PowsyblException;
import com.powsybl.ieeecdf.model.IeeeCdfBranch;
import com.powsybl.ieeecdf.model.IeeeCdfBus;
import com.powsybl.ieeecdf.model.IeeeCdfModel;
import com.powsybl.ieeecdf.model.IeeeCdfReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * What PowSyBl 6.8's converter of IEEE-CDF leaves aside: areas and shunt conductances are added
 * here, other fields are noticed.
 */
final class IeeeCdfFields {
  private static final Declared<IeeeCdfBus> BUS =
      new Declared<>(
          "bus",
          IeeeCdfBus::getNumber,
          List.of(
              noticed("loss zone", IeeeCdfBus::getLossZoneNumber, "No power flow uses it."),
              noticed(
                  "remote controlled bus",
                  bus ->
                      bus.getRemoteControlledBusNumber() == bus.getNumber()
                          ? 0
                          : bus.getRemoteControlledBusNumber(),
                  "A machine holds the voltage of its own bus.")));

  private static final String HELD = "A tap is held where it is.";
  private static final String NO_RATING = "Ratings are not read; the branch is unlimited.";

  private static final Declared<IeeeCdfBranch> BRANCH =
      new Declared<>(
          "branch",
          b -> b.getTapBusNumber() + "-" + b.getzBusNumber() + " " + b.getCircuit(),
          List.of(
              noticed("area", IeeeCdfBranch::getArea, "A branch has the areas of its buses."),
              noticed("loss zone", IeeeCdfBranch::getLossZone, "No power flow uses it."),
              noticed("rating 1", IeeeCdfBranch::getRating1, NO_RATING),
              noticed("rating 2", IeeeCdfBranch::getRating2, NO_RATING),
              noticed("rating 3", IeeeCdfBranch::getRating3, NO_RATING),
              noticed("control bus", IeeeCdfBranch::getControlBusNumber, HELD),
              noticed("minimum tap", IeeeCdfBranch::getMinTapOrPhaseShift, HELD),
              noticed("maximum tap", IeeeCdfBranch::getMaxTapOrPhaseShift, HELD),
              noticed("step size", IeeeCdfBranch::getStepSize, HELD),
              noticed(
                  "minimum limit", IeeeCdfBranch::getMinVoltageActiveOrReactivePowerLimit, HELD),
              noticed(
                  "maximum limit", IeeeCdfBranch::getMaxVoltageActiveOrReactivePowerLimit, HELD)));

  private IeeeCdfFields() {}

  /** The records of a file; empty if they cannot be read, which the log says. */
  static Optional<IeeeCdfModel> read(String text, IssueLog log) {
    try {
      return Optional.of(new IeeeCdfReader().read(new BufferedReader(new StringReader(text))));
    } catch (IOException | PowsyblException e) {
      log.add(Rule.SYNTAX, "document", "", e.getMessage(), "Is it in IEEE common data format?");
    } catch (RuntimeException e) {
      // The parser answers broken records with whatever it stumbles over.
      log.add(Rule.SYNTAX, "document", "", String.valueOf(e.getMessage()), "Is the file cut off?");
    }
    return Optional.empty();
  }

  static void check(IeeeCdfModel model, IssueLog log) {
    BUS.check(model.getBuses(), log);
    BRANCH.check(model.getBranches(), log);
    model
        .getInterchangeData()
        .forEach(
            area ->
                log.notice(
                    Rule.FIELD_USED,
                    "area",
                    String.valueOf(area.getAreaNumber()),
                    "interchange",
                    area.getAreaInterchangeExport(),
                    "Interchange of areas is not controlled."));
    for (int r = 0; r < model.getLossZones().size(); r++) {
      log.notice(
          Rule.FIELD_USED,
          "loss zone",
          String.valueOf(r + 1),
          "name",
          "given",
          "No power flow uses it.");
    }
    for (int r = 0; r < model.getTieLines().size(); r++) {
      log.notice(
          Rule.FIELD_USED,
          "tie line",
          String.valueOf(r + 1),
          "record",
          "given",
          "No power flow uses it.");
    }
  }

  /** The network with what the converter does not take over. */
  static Network complete(Network network, IeeeCdfModel model) {
    Map<String, IeeeCdfBus> byNumber = new HashMap<>();
    model.getBuses().forEach(bus -> byNumber.put(String.valueOf(bus.getNumber()), bus));
    List<Bus> buses = new ArrayList<>();
    List<Shunt> shunts = new ArrayList<>(network.shunts());
    for (Bus bus : network.buses()) {
      IeeeCdfBus source = byNumber.get(bus.id());
      if (source == null) {
        buses.add(bus);
        continue;
      }
      buses.add(
          new Bus(
              bus.id(),
              bus.name(),
              bus.type(),
              bus.baseKv(),
              String.valueOf(source.getAreaNumber()),
              bus.vSetPu(),
              bus.angleDeg(),
              bus.vMinPu(),
              bus.vMaxPu()));
      if (source.getShuntConductance() != 0) {
        shunts.add(
            new Shunt(bus.id(), source.getShuntConductance() * model.getTitle().getMvaBase(), 0));
      }
    }
    return new Network(
        network.name(),
        network.baseMva(),
        buses,
        network.branches(),
        network.generators(),
        network.loads(),
        shunts,
        network.hvdcLines(),
        network.flowgates());
  }
}
