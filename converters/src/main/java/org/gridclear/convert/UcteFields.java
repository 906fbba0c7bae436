package org.gridclear.convert;

import static org.gridclear.convert.Declared.Field.noticed;

import com.powsybl.commons.PowsyblException;
import com.powsybl.commons.report.ReportNode;
import com.powsybl.ucte.network.UcteLine;
import com.powsybl.ucte.network.UcteNetwork;
import com.powsybl.ucte.network.UcteNode;
import com.powsybl.ucte.network.io.UcteReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** The fields of UCTE-DEF that PowSyBl 6.8's converter leaves aside. */
final class UcteFields {
  private static final String NO_FLOW = "No power flow uses it.";

  private static final Declared<UcteNode> NODE =
      new Declared<>(
          "node",
          UcteNode::getCode,
          List.of(
              noticed("static of primary control", UcteNode::getStaticOfPrimaryControl, NO_FLOW),
              noticed(
                  "nominal power of primary control",
                  UcteNode::getNominalPowerPrimaryControl,
                  NO_FLOW),
              noticed(
                  "three-phase short-circuit power",
                  UcteNode::getThreePhaseShortCircuitPower,
                  NO_FLOW),
              noticed("X/R ratio", UcteNode::getXrRatio, NO_FLOW)));

  /** PowSyBl 6.8.1 raises a smaller reactance to it. */
  private static final double REACTANCE_MIN_OHM = 0.05;

  private static final Declared<UcteLine> LINE =
      new Declared<>(
          "line",
          UcteLine::getId,
          List.of(
              noticed(
                  "reactance",
                  line ->
                      Math.abs(line.getReactance()) < REACTANCE_MIN_OHM
                          ? line.getReactance() + " ohm"
                          : "",
                  "It is taken as 0.05 ohm.")));

  private UcteFields() {}

  static void check(String text, IssueLog log) {
    try {
      UcteNetwork network =
          new UcteReader().read(new BufferedReader(new StringReader(text)), ReportNode.NO_OP);
      NODE.check(new ArrayList<>(network.getNodes()), log);
      LINE.check(new ArrayList<>(network.getLines()), log);
    } catch (IOException | PowsyblException e) {
      log.add(Rule.SYNTAX, "document", "", e.getMessage(), "Is it in UCTE-DEF?");
    } catch (RuntimeException e) {
      // The parser answers broken records with whatever it stumbles over.
      log.add(Rule.SYNTAX, "document", "", String.valueOf(e.getMessage()), "Is the file cut off?");
    }
  }
}
