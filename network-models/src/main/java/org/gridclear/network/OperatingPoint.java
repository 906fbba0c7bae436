package org.gridclear.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a network is doing at one moment: one check snapshot (AMB-04). Arrays are in the order of
 * the network's lists and belong to the record; nobody changes them.
 *
 * @param name what people call it, such as a case and a period
 * @param branchOn per branch, whether it is switched in
 * @param generatorOn per generator, whether it runs
 * @param generatorMw per generator, active power
 * @param loadMw per load, active power drawn
 * @param loadMvar per load, reactive power drawn
 * @param hvdcFromMw per HVDC line, power that leaves its bus {@code from}; empty where the lines
 *     run as the network schedules them
 * @param hvdcToMw per HVDC line, power that arrives at its bus {@code to}; empty likewise
 * @param normalMva per branch, limit of the intact grid, infinite for none; empty where the ratings
 *     of the network hold
 * @param emergencyMva per branch, limit after an outage, infinite for none; empty likewise
 * @param outputMinMw per generator, least output at this moment; empty where the limits of the
 *     network hold
 * @param outputMaxMw per generator, greatest output at this moment, such as what the wind gives;
 *     empty likewise
 * @param gateMw per flowgate, limit in the positive direction, infinite for none; empty where the
 *     limits of the network hold
 * @param gateReverseMw per flowgate, limit in the negative direction, as a positive number; empty
 *     likewise
 */
public record OperatingPoint(
    String name,
    boolean[] branchOn,
    boolean[] generatorOn,
    double[] generatorMw,
    double[] loadMw,
    double[] loadMvar,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] hvdcFromMw,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] hvdcToMw,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] normalMva,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] emergencyMva,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] outputMinMw,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] outputMaxMw,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] gateMw,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] gateReverseMw) {
  private static final double[] AS_THE_NETWORK = {};

  public OperatingPoint {
    hvdcFromMw = hvdcFromMw == null ? AS_THE_NETWORK : hvdcFromMw;
    hvdcToMw = hvdcToMw == null ? AS_THE_NETWORK : hvdcToMw;
    normalMva = normalMva == null ? AS_THE_NETWORK : normalMva;
    emergencyMva = emergencyMva == null ? AS_THE_NETWORK : emergencyMva;
    outputMinMw = outputMinMw == null ? AS_THE_NETWORK : outputMinMw;
    outputMaxMw = outputMaxMw == null ? AS_THE_NETWORK : outputMaxMw;
    gateMw = gateMw == null ? AS_THE_NETWORK : gateMw;
    gateReverseMw = gateReverseMw == null ? AS_THE_NETWORK : gateReverseMw;
  }

  /** An operating point with the limits and the HVDC schedules of the network. */
  public OperatingPoint(
      String name,
      boolean[] branchOn,
      boolean[] generatorOn,
      double[] generatorMw,
      double[] loadMw,
      double[] loadMvar) {
    this(
        name,
        branchOn,
        generatorOn,
        generatorMw,
        loadMw,
        loadMvar,
        AS_THE_NETWORK,
        AS_THE_NETWORK,
        AS_THE_NETWORK,
        AS_THE_NETWORK,
        AS_THE_NETWORK,
        AS_THE_NETWORK,
        AS_THE_NETWORK,
        AS_THE_NETWORK);
  }

  /** The same with other equipment in service and other loads. */
  public OperatingPoint with(
      boolean[] branchesOn, boolean[] generatorsOn, double[] drawnMw, double[] drawnMvar) {
    return new OperatingPoint(
        name,
        branchesOn,
        generatorsOn,
        generatorMw,
        drawnMw,
        drawnMvar,
        hvdcFromMw,
        hvdcToMw,
        normalMva,
        emergencyMva,
        outputMinMw,
        outputMaxMw,
        gateMw,
        gateReverseMw);
  }

  /** The same with HVDC lines that run otherwise than the network schedules them. */
  public OperatingPoint withHvdc(double[] fromMw, double[] toMw) {
    return new OperatingPoint(
        name,
        branchOn,
        generatorOn,
        generatorMw,
        loadMw,
        loadMvar,
        fromMw,
        toMw,
        normalMva,
        emergencyMva,
        outputMinMw,
        outputMaxMw,
        gateMw,
        gateReverseMw);
  }

  /** The same with limits of branches other than their ratings, infinite for none. */
  public OperatingPoint withLimits(double[] normal, double[] emergency) {
    return new OperatingPoint(
        name,
        branchOn,
        generatorOn,
        generatorMw,
        loadMw,
        loadMvar,
        hvdcFromMw,
        hvdcToMw,
        normal,
        emergency,
        outputMinMw,
        outputMaxMw,
        gateMw,
        gateReverseMw);
  }

  /** The same with limits of generators other than those of the network. */
  public OperatingPoint withOutputLimits(double[] leastMw, double[] mostMw) {
    return new OperatingPoint(
        name,
        branchOn,
        generatorOn,
        generatorMw,
        loadMw,
        loadMvar,
        hvdcFromMw,
        hvdcToMw,
        normalMva,
        emergencyMva,
        leastMw,
        mostMw,
        gateMw,
        gateReverseMw);
  }

  /** The same with limits of flowgates other than those of the network, infinite for none. */
  public OperatingPoint withGateLimits(double[] forwardMw, double[] reverseMw) {
    return new OperatingPoint(
        name,
        branchOn,
        generatorOn,
        generatorMw,
        loadMw,
        loadMvar,
        hvdcFromMw,
        hvdcToMw,
        normalMva,
        emergencyMva,
        outputMinMw,
        outputMaxMw,
        forwardMw,
        reverseMw);
  }

  /** Limit of flowgate {@code g} of the network in the positive direction at this moment, in MW. */
  public double gateMw(int g, Flowgate gate) {
    return gateMw.length == 0 ? gate.limitMw() : gateMw[g];
  }

  /** Limit of flowgate {@code g} in the negative direction, as a positive number, in MW. */
  public double gateReverseMw(int g, Flowgate gate) {
    return gateReverseMw.length == 0 ? gate.reverseLimitMw() : gateReverseMw[g];
  }

  /** Least output of generator {@code g} of the network at this moment, in MW. */
  public double outputMinMw(int g, Generator generator) {
    return outputMinMw.length == 0 ? generator.pMinMw() : outputMinMw[g];
  }

  /** Greatest output of generator {@code g} of the network at this moment, in MW. */
  public double outputMaxMw(int g, Generator generator) {
    return outputMaxMw.length == 0 ? generator.pMaxMw() : outputMaxMw[g];
  }

  /** How much an output of generator {@code g} could rise now, in MW: 0 at or above the limit. */
  public double roomUpMw(int g, Generator generator, double mw) {
    return room(outputMaxMw(g, generator) - mw);
  }

  /** How much an output of generator {@code g} could fall now, in MW: 0 at or below the limit. */
  public double roomDownMw(int g, Generator generator, double mw) {
    return room(mw - outputMinMw(g, generator));
  }

  private static double room(double mw) {
    return Math.min(Generator.UNLIMITED_ROOM_MW, Math.max(0, mw));
  }

  /** Power that leaves the bus {@code from} of HVDC line {@code h} of the network, in MW. */
  public double hvdcFromMw(int h, HvdcLine line) {
    return hvdcFromMw.length == 0 ? line.pFromMw() : hvdcFromMw[h];
  }

  /** Power that arrives at the bus {@code to} of HVDC line {@code h} of the network, in MW. */
  public double hvdcToMw(int h, HvdcLine line) {
    return hvdcToMw.length == 0 ? line.pToMw() : hvdcToMw[h];
  }

  /** The operating point that the network's own file describes. */
  public static OperatingPoint of(Network network) {
    return scaled(network, "base", 1);
  }

  /**
   * The file's operating point with all loads and all outputs at a share of what they were; outputs
   * stay within the limits of their generators. A unit that the file runs below its lower limit is
   * not lifted above its output there.
   */
  public static OperatingPoint scaled(Network network, String name, double share) {
    List<Branch> branches = network.branches();
    boolean[] branchOn = new boolean[branches.size()];
    for (int l = 0; l < branchOn.length; l++) {
      branchOn[l] = branches.get(l).inService();
    }
    List<Generator> generators = network.generators();
    boolean[] generatorOn = new boolean[generators.size()];
    double[] generatorMw = new double[generators.size()];
    for (int g = 0; g < generatorOn.length; g++) {
      Generator generator = generators.get(g);
      generatorOn[g] = generator.inService();
      generatorMw[g] = share == 1 ? generator.pMw() : scaledMw(generator, share);
    }
    double[] loadMw = network.loads().stream().mapToDouble(load -> load.pMw() * share).toArray();
    double[] loadMvar =
        network.loads().stream().mapToDouble(load -> load.qMvar() * share).toArray();
    return new OperatingPoint(name, branchOn, generatorOn, generatorMw, loadMw, loadMvar);
  }

  private static double scaledMw(Generator generator, double share) {
    double least = Math.min(generator.pMinMw(), generator.pMw());
    double greatest = Math.max(generator.pMaxMw(), least);
    return Math.max(least, Math.min(generator.pMw() * share, greatest));
  }
}
