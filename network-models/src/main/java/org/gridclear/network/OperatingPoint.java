package org.gridclear.network;

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
 */
public record OperatingPoint(
    String name,
    boolean[] branchOn,
    boolean[] generatorOn,
    double[] generatorMw,
    double[] loadMw,
    double[] loadMvar) {

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
