package org.gridclear.convert;

import com.powsybl.psse.model.PsseVersion;
import com.powsybl.psse.model.pf.PsseFacts;
import com.powsybl.psse.model.pf.PsseFixedShunt;
import com.powsybl.psse.model.pf.PsseFixes;
import com.powsybl.psse.model.pf.PsseGenerator;
import com.powsybl.psse.model.pf.PsseLoad;
import com.powsybl.psse.model.pf.PsseNonTransformerBranch;
import com.powsybl.psse.model.pf.PssePowerFlowModel;
import com.powsybl.psse.model.pf.PsseTransformer;
import com.powsybl.psse.model.pf.PsseTwoTerminalDcTransmissionLine;
import com.powsybl.psse.model.pf.PsseVoltageSourceConverterDcTransmissionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** What PowSyBl 6.8 changes in records before it converts them, with a line of its log alone. */
final class PsseRepairs {
  private static final String TWICE = "It is given twice; the id is taken as '%s'.";
  private static final String NO_REACTANCE = "A line without reactance; it is taken as %s p.u.";
  private static final String NO_BUS = "That bus is not given; it is taken as %s.";

  private final List<Watched<?>> watched = new ArrayList<>();

  /** A field as the file has it. */
  private record Watched<T>(
      T owner,
      String kind,
      String id,
      String field,
      Function<T, @Nullable Object> value,
      @Nullable Object before,
      String effect) {
    void compare(IssueLog log) {
      Object after = value.apply(owner);
      if (!Objects.equals(before, after)) {
        log.notice(Rule.TAKEN_AS, kind, id, field, String.valueOf(before), effect.formatted(after));
      }
    }
  }

  private PsseRepairs(PssePowerFlowModel model) {
    for (PsseLoad load : model.getLoads()) {
      watch(load, "load", load.getI() + " " + load.getId(), "ID", PsseLoad::getId, TWICE);
    }
    for (PsseFixedShunt shunt : model.getFixedShunts()) {
      String id = shunt.getI() + " " + shunt.getId();
      watch(shunt, "fixed shunt", id, "ID", PsseFixedShunt::getId, TWICE);
    }
    for (PsseGenerator unit : model.getGenerators()) {
      String id = unit.getI() + " " + unit.getId();
      watch(unit, "generator", id, "ID", PsseGenerator::getId, TWICE);
      watch(unit, "generator", id, "IREG", PsseGenerator::getIreg, NO_BUS);
    }
    for (PsseNonTransformerBranch branch : model.getNonTransformerBranches()) {
      String id = branch.getI() + "-" + branch.getJ() + " " + branch.getCkt();
      watch(branch, "branch", id, "CKT", PsseNonTransformerBranch::getCkt, TWICE);
      watch(branch, "branch", id, "X", PsseNonTransformerBranch::getX, NO_REACTANCE);
    }
    for (PsseTransformer transformer : model.getTransformers()) {
      String id = transformer.getI() + "-" + transformer.getJ() + " " + transformer.getCkt();
      watch(transformer, "transformer", id, "CKT", PsseTransformer::getCkt, TWICE);
    }
    for (PsseTwoTerminalDcTransmissionLine line : model.getTwoTerminalDcTransmissionLines()) {
      String id = line.getName();
      watch(line, "DC line", id, "NAME", PsseTwoTerminalDcTransmissionLine::getName, TWICE);
    }
    for (PsseVoltageSourceConverterDcTransmissionLine line :
        model.getVoltageSourceConverterDcTransmissionLines()) {
      watch(
          line,
          "VSC line",
          line.getName(),
          "NAME",
          PsseVoltageSourceConverterDcTransmissionLine::getName,
          TWICE);
    }
    for (PsseFacts device : model.getFacts()) {
      watch(device, "FACTS device", device.getName(), "NAME", PsseFacts::getName, TWICE);
    }
  }

  private <T> void watch(
      T owner,
      String kind,
      String id,
      String field,
      Function<T, @Nullable Object> value,
      String effect) {
    watched.add(new Watched<>(owner, kind, id, field, value, value.apply(owner), effect));
  }

  /** Changes the records as the converter will, and notices each change. */
  static void notice(PssePowerFlowModel model, PsseVersion version, IssueLog log) {
    PsseRepairs repairs = new PsseRepairs(model);
    new PsseFixes(model, version).fix();
    repairs.watched.forEach(field -> field.compare(log));
  }
}
