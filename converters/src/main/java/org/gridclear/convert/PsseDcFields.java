package org.gridclear.convert;

import static org.gridclear.convert.Declared.Field.noticed;
import static org.gridclear.convert.Declared.Field.refused;

import com.powsybl.psse.model.pf.PsseFacts;
import com.powsybl.psse.model.pf.PssePowerFlowModel;
import com.powsybl.psse.model.pf.PsseTwoTerminalDcConverter;
import com.powsybl.psse.model.pf.PsseTwoTerminalDcTransmissionLine;
import com.powsybl.psse.model.pf.PsseVoltageSourceConverter;
import com.powsybl.psse.model.pf.PsseVoltageSourceConverterDcTransmissionLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gridclear.convert.Declared.Field;
import org.gridclear.validate.IssueLog;

/** The fields of DC lines and FACTS devices of PSS/E that PowSyBl 6.8's converter leaves aside. */
final class PsseDcFields {
  /** TYPE of a converter that holds the DC voltage, and of one that controls power. */
  private static final int VOLTAGE = 1;

  private static final int POWER = 2;

  /** MODE of a converter that holds a power factor. */
  private static final int POWER_FACTOR = 2;

  private static final String NO_FLOW = "No power flow uses it.";
  private static final String OTHER_FLOW =
      "The converter does not read it, and the power flow would be another with it.";
  private static final String BY_ANGLE =
      "Converters draw reactive power by a factor of (cos ANMX + cos 60°)/2 alone.";
  private static final String CONTROL = "The line sends SETVL, whatever its control does.";
  private static final String SENT = "It is taken at the sending end; losses come off it.";

  private PsseDcFields() {}

  static void check(PssePowerFlowModel model, IssueLog log) {
    List<PsseTwoTerminalDcTransmissionLine> lines =
        model.getTwoTerminalDcTransmissionLines().stream().filter(l -> l.getMdc() != 0).toList();
    List<PsseVoltageSourceConverterDcTransmissionLine> vsc =
        model.getVoltageSourceConverterDcTransmissionLines().stream()
            .filter(l -> l.getMdc() != 0)
            .toList();
    new Declared<>("two-terminal DC line", PsseTwoTerminalDcTransmissionLine::getName, lineFields())
        .check(lines, log);
    new Declared<>(
            "VSC DC line", PsseVoltageSourceConverterDcTransmissionLine::getName, vscFields())
        .check(vsc, log);
    new Declared<>("FACTS device", PsseFacts::getName, factsFields()).check(model.getFacts(), log);
  }

  /** DC voltages by line, in kV: that which a converter of TYPE 1 holds. */
  static Map<String, Double> voltageKv(PssePowerFlowModel model) {
    Map<String, Double> kv = new HashMap<>();
    for (PsseVoltageSourceConverterDcTransmissionLine line :
        model.getVoltageSourceConverterDcTransmissionLines()) {
      for (PsseVoltageSourceConverter end : List.of(line.getConverter1(), line.getConverter2())) {
        if (end.getType() == VOLTAGE && end.getDcset() > 0) {
          kv.put(line.getName(), end.getDcset());
        }
      }
    }
    return kv;
  }

  private static List<Field<PsseTwoTerminalDcTransmissionLine>> lineFields() {
    List<Field<PsseTwoTerminalDcTransmissionLine>> fields = new ArrayList<>();
    fields.add(noticed("SETVL", l -> l.getSetvl() < 0 && l.getRdc() != 0 ? l.getSetvl() : 0, SENT));
    fields.add(noticed("VCMOD", PsseTwoTerminalDcTransmissionLine::getVcmod, CONTROL));
    fields.add(noticed("RCOMP", PsseTwoTerminalDcTransmissionLine::getRcomp, CONTROL));
    fields.add(noticed("DELTI", PsseTwoTerminalDcTransmissionLine::getDelti, CONTROL));
    fields.add(noticed("METER", PsseTwoTerminalDcTransmissionLine::getMeter, NO_FLOW));
    fields.add(noticed("DCVMIN", PsseTwoTerminalDcTransmissionLine::getDcvmin, CONTROL));
    fields.add(noticed("CCCITMX", l -> (double) l.getCccitmx(), NO_FLOW));
    fields.add(noticed("CCCACC", PsseTwoTerminalDcTransmissionLine::getCccacc, NO_FLOW));
    end(fields, "R", PsseTwoTerminalDcTransmissionLine::getRectifier);
    end(fields, "I", PsseTwoTerminalDcTransmissionLine::getInverter);
    return fields;
  }

  private static void end(
      List<Field<PsseTwoTerminalDcTransmissionLine>> fields,
      String end,
      Function<PsseTwoTerminalDcTransmissionLine, PsseTwoTerminalDcConverter> of) {
    Map<String, ToDoubleFunction<PsseTwoTerminalDcConverter>> left =
        Map.ofEntries(
            Map.entry("NB", c -> (double) c.getNb()),
            Map.entry("ANMN", PsseTwoTerminalDcConverter::getAnmn),
            Map.entry("RC", PsseTwoTerminalDcConverter::getRc),
            Map.entry("XC", PsseTwoTerminalDcConverter::getXc),
            Map.entry("EBAS", PsseTwoTerminalDcConverter::getEbas),
            Map.entry("TR", PsseTwoTerminalDcConverter::getTr),
            Map.entry("TAP", PsseTwoTerminalDcConverter::getTap),
            Map.entry("TMX", PsseTwoTerminalDcConverter::getTmx),
            Map.entry("TMN", PsseTwoTerminalDcConverter::getTmn),
            Map.entry("STP", PsseTwoTerminalDcConverter::getStp),
            Map.entry("IC", c -> (double) c.getIc()),
            Map.entry("IF", c -> (double) c.getIf()),
            Map.entry("IT", c -> (double) c.getIt()));
    left.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                fields.add(
                    noticed(
                        each.getKey() + end,
                        l -> each.getValue().applyAsDouble(of.apply(l)),
                        BY_ANGLE)));
    fields.add(noticed("ID" + end, l -> of.apply(l).getId(), BY_ANGLE));
    fields.add(refused("XCAP" + end, l -> of.apply(l).getXcap(), OTHER_FLOW));
  }

  private static List<Field<PsseVoltageSourceConverterDcTransmissionLine>> vscFields() {
    List<Field<PsseVoltageSourceConverterDcTransmissionLine>> fields = new ArrayList<>();
    fields.add(refused("DCSET", l -> reversed(l), "Give the converter that controls power first."));
    fields.add(
        noticed("O1", l -> l.getOwnership() == null ? 0 : l.getOwnership().getO1(), NO_FLOW));
    fields.add(
        noticed("F1", l -> l.getOwnership() == null ? 0.0 : l.getOwnership().getF1(), NO_FLOW));
    converter(fields, PsseVoltageSourceConverterDcTransmissionLine::getConverter1);
    converter(fields, PsseVoltageSourceConverterDcTransmissionLine::getConverter2);
    return fields;
  }

  /** The converter sends such a line the other way. */
  private static double reversed(PsseVoltageSourceConverterDcTransmissionLine line) {
    PsseVoltageSourceConverter second = line.getConverter2();
    boolean last = line.getConverter1().getType() != POWER && second.getType() == POWER;
    return last ? Math.min(0, second.getDcset()) : 0;
  }

  private static void converter(
      List<Field<PsseVoltageSourceConverterDcTransmissionLine>> fields,
      Function<PsseVoltageSourceConverterDcTransmissionLine, PsseVoltageSourceConverter> of) {
    fields.add(
        refused(
            "TYPE",
            l -> of.apply(l).getType() == 0 ? "0" : null,
            "A line with a converter that is out is out: give MDC 0."));
    fields.add(
        refused(
            "ACSET",
            l -> {
              PsseVoltageSourceConverter c = of.apply(l);
              boolean dropped = c.getType() == VOLTAGE && c.getMode() == POWER_FACTOR;
              return dropped && Math.abs(c.getAcset()) != 1 ? c.getAcset() : 0;
            },
            OTHER_FLOW));
    fields.add(refused("BLOSS", l -> of.apply(l).getBloss(), OTHER_FLOW));
    fields.add(refused("MINLOSS", l -> of.apply(l).getMinloss(), OTHER_FLOW));
    fields.add(
        noticed(
            "DCSET",
            l -> {
              PsseVoltageSourceConverter c = of.apply(l);
              boolean loses = l.getRdc() != 0 || c.getAloss() != 0;
              return loses && c.getType() == POWER && c.getDcset() > 0 ? c.getDcset() : 0;
            },
            SENT));
    fields.add(noticed("SMAX", l -> of.apply(l).getSmax(), "The greatest limit of both counts."));
    fields.add(noticed("IMAX", l -> of.apply(l).getImax(), "The greatest limit of both counts."));
    fields.add(noticed("PWF", l -> of.apply(l).getPwf(), NO_FLOW));
    fields.add(noticed("RMPCT", l -> of.apply(l).getRmpct(), NO_FLOW));
  }

  private static List<Field<PsseFacts>> factsFields() {
    List<Field<PsseFacts>> fields = new ArrayList<>();
    fields.add(refused("J", f -> f.getMode() != 0 ? f.getJ() : 0, OTHER_FLOW));
    fields.add(noticed("J", f -> f.getMode() == 0 ? f.getJ() : 0, "It is out, and left out."));
    String series = "Only a device between two buses would use it.";
    fields.add(noticed("PDES", PsseFacts::getPdes, series));
    fields.add(noticed("QDES", PsseFacts::getQdes, series));
    fields.add(noticed("TRMX", PsseFacts::getTrmx, series));
    fields.add(noticed("VTMN", PsseFacts::getVtmn, series));
    fields.add(noticed("VTMX", PsseFacts::getVtmx, series));
    fields.add(noticed("VSMX", PsseFacts::getVsmx, series));
    fields.add(noticed("IMX", PsseFacts::getImx, series));
    fields.add(noticed("LINX", PsseFacts::getLinx, series));
    fields.add(noticed("SET1", PsseFacts::getSet1, series));
    fields.add(noticed("SET2", PsseFacts::getSet2, series));
    fields.add(noticed("VSREF", PsseFacts::getVsref, series));
    fields.add(noticed("RMPCT", PsseFacts::getRmpct, NO_FLOW));
    fields.add(noticed("OWNER", PsseFacts::getOwner, NO_FLOW));
    fields.add(noticed("MNAME", PsseFacts::getMname, NO_FLOW));
    return fields;
  }
}
