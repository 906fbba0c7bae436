package org.gridclear.convert;

import com.powsybl.iidm.network.HvdcConverterStation;
import com.powsybl.iidm.network.LccConverterStation;
import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.Terminal;
import com.powsybl.iidm.network.VscConverterStation;
import java.util.List;
import java.util.Set;
import org.gridclear.network.HvdcLine;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** DC lines: the set point at the rectifier, losses of stations and line, what each end gives. */
final class DcLines {
  private static final Set<String> WITHOUT_LIMIT = Set.of("CGMES", "PSS/E");

  private final Buses buses;
  private final List<HvdcLine> lines;
  private final IssueLog log;

  DcLines(Buses buses, List<HvdcLine> lines, IssueLog log) {
    this.buses = buses;
    this.lines = lines;
    this.log = log;
  }

  void all(Network source) {
    source.getHvdcLines().forEach(this::line);
    if (WITHOUT_LIMIT.contains(source.getSourceFormat())) {
      source
          .getHvdcLines()
          .forEach(
              line ->
                  log.notice(
                      Rule.TAKEN_AS,
                      "hvdc line",
                      line.getId(),
                      "limit",
                      line.getMaxP(),
                      "The format has none in MW: 1.2 times the set point, 0 for an idle line."));
    }
  }

  private void line(com.powsybl.iidm.network.HvdcLine line) {
    boolean firstSends =
        line.getConvertersMode()
            == com.powsybl.iidm.network.HvdcLine.ConvertersMode.SIDE_1_RECTIFIER_SIDE_2_INVERTER;
    HvdcConverterStation<?> sender =
        firstSends ? line.getConverterStation1() : line.getConverterStation2();
    HvdcConverterStation<?> receiver =
        firstSends ? line.getConverterStation2() : line.getConverterStation1();
    double p = line.getActivePowerSetpoint();
    double sent = sender.getLossFactor() / 100.0;
    double received = receiver.getLossFactor() / 100.0;
    double dc = p * (1 - sent);
    double current = line.getNominalV() == 0 ? 0 : dc / line.getNominalV();
    double lineLossMw = line.getR() * current * current;
    log.notice(
        Rule.TAKEN_AS,
        "hvdc line",
        line.getId(),
        "resistance",
        line.getR(),
        "Its loss is that at the set point, whatever is sent.");
    double toMw = (dc - lineLossMw) * (1 - received);
    double share = sent + received - sent * received;
    lines.add(
        new HvdcLine(
            line.getId(),
            buses.idAnyway(sender.getTerminal()),
            buses.idAnyway(receiver.getTerminal()),
            p,
            -line.getMaxP(),
            line.getMaxP(),
            lineLossMw * (1 - received),
            share,
            sender.getTerminal().isConnected() && receiver.getTerminal().isConnected(),
            end(sender, p),
            end(receiver, toMw)));
  }

  private HvdcLine.Converter end(HvdcConverterStation<?> station, double mw) {
    if (station instanceof LccConverterStation lcc) {
      double factor = Math.abs(lcc.getPowerFactor());
      // Line-commutated converters draw reactive power whichever way they run.
      return HvdcLine.Converter.fixed(-Math.abs(mw) * Math.tan(Math.acos(factor)));
    }
    VscConverterStation vsc = (VscConverterStation) station;
    Terminal own = vsc.getTerminal();
    if (!vsc.isVoltageRegulatorOn()) {
      return HvdcLine.Converter.fixed(vsc.getReactivePowerSetpoint());
    }
    Terminal regulated = vsc.getRegulatingTerminal();
    if (regulated != null && !buses.idAnyway(regulated).equals(buses.idAnyway(own))) {
      log.notice(
          Rule.TAKEN_AS,
          "converter station",
          vsc.getId(),
          "regulated bus",
          buses.idAnyway(regulated),
          "It holds its own bus at the set point in p.u.");
    }
    double kv = regulated == null ? Buses.kv(own) : Buses.kv(regulated);
    return new HvdcLine.Converter(
        true,
        vsc.getVoltageSetpoint() / kv,
        0,
        vsc.getReactiveLimits().getMinQ(mw),
        vsc.getReactiveLimits().getMaxQ(mw));
  }
}
