package org.gridclear.convert;

import static org.gridclear.convert.Declared.Field.noticed;

import com.powsybl.commons.PowsyblException;
import com.powsybl.commons.report.ReportNode;
import com.powsybl.ucte.network.UcteNetwork;
import com.powsybl.ucte.network.UcteNode;
import com.powsybl.ucte.network.UcteTransformer;
import com.powsybl.ucte.network.io.UcteReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.convert.ucte.UcteChecks;
import org.gridclear.convert.ucte.UcteDocument;
import org.gridclear.convert.ucte.UcteRecord;
import org.gridclear.convert.ucte.UcteRepairs;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** The fields of UCTE-DEF that PowSyBl 6.8's converter leaves aside. */
final class UcteFields {
  private static final int COUNTRIES = 5;
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

  private static final Declared<UcteTransformer> TRANSFORMER =
      new Declared<>(
          "transformer",
          UcteTransformer::getId,
          List.of(noticed("nominal power", UcteTransformer::getNominalPower, NO_FLOW)));

  private UcteFields() {}

  static void check(String text, IssueLog log) {
    UcteDocument document = UcteDocument.of(text);
    UcteChecks.check(document, log);
    if (log.hasErrors()) {
      return;
    }
    try {
      UcteNetwork network =
          new UcteReader().read(new BufferedReader(new StringReader(text)), ReportNode.NO_OP);
      UcteRepairs.notice(document, network, log);
      NODE.check(new ArrayList<>(network.getNodes()), log);
      TRANSFORMER.check(new ArrayList<>(network.getTransformers()), log);
      document.all(UcteRecord.Kind.EXCHANGE).forEach(each -> exchange(each, log));
    } catch (IOException | PowsyblException e) {
      log.add(Rule.SYNTAX, "document", "", e.getMessage(), "Is it in UCTE-DEF?");
    } catch (RuntimeException e) {
      // The parser answers broken records with whatever it stumbles over.
      log.add(Rule.SYNTAX, "document", "", String.valueOf(e.getMessage()), "Is the file cut off?");
    }
  }

  private static void exchange(UcteRecord each, IssueLog log) {
    log.notice(
        Rule.FIELD_USED,
        each.kind().said(),
        each.cut(0, COUNTRIES),
        "record",
        each.row().strip(),
        "No exchange is held: what countries exchange follows from their nodes.");
  }
}
