package org.gridclear.security.pair;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gridclear.network.topology.Incidence;
import org.gridclear.security.powerflow.PowerFlowModel;

/**
 * Which branches cut a network alone or in pairs. Branches off a spanning tree get random labels of
 * 64 bits; one in the tree gets the exclusive or of those whose cycles it lies on. Then a branch is
 * a bridge if its label is zero, and two branches cut if their labels are equal (Pritchard and
 * Thurimella, "Fast computation of small cuts via cycle space sampling", ACM TALG 7 (2011)); that
 * two others have equal labels by chance happens once in 10¹² networks of 10 000 branches.
 */
final class CycleLabels {
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private final PowerFlowModel model;
  private final long[] label;
  private final int[] below;
  private final int[] first;
  private final int[] last;
  private final int[] root;
  private final double[] loadBefore;

  CycleLabels(PowerFlowModel model) {
    this.model = model;
    int buses = model.size();
    label = new long[model.branchOn().length];
    below = new int[label.length];
    first = new int[buses];
    last = new int[buses];
    root = new int[buses];
    loadBefore = new double[buses + 1];
    Arrays.fill(below, -1);
    Arrays.fill(first, -1);
    int count = 0;
    int[] order = new int[buses];
    int[] up = new int[buses];
    int[][] stacks = new int[2][buses];
    Incidence incidence = model.structure().incidence();
    for (int start = 0; start < buses; start++) {
      if (first[start] < 0) {
        count = walk(start, incidence, order, up, stacks, count);
      }
    }
    label(order, up);
  }

  /** Numbers the buses that hang together with one in the order of a depth-first walk. */
  private int walk(
      int start, Incidence incidence, int[] order, int[] up, int[][] stacks, int counted) {
    int count = counted;
    int[] stack = stacks[0];
    int[] next = stacks[1];
    int depth = 0;
    stack[0] = start;
    up[start] = -1;
    first[start] = count;
    order[count++] = start;
    next[0] = incidence.start(start);
    while (depth >= 0) {
      int bus = stack[depth];
      root[bus] = start;
      if (next[depth] == incidence.end(bus)) {
        last[bus] = count;
        depth--;
        continue;
      }
      int entry = next[depth]++;
      int branch = incidence.branch(entry);
      int other = incidence.bus(entry);
      if (model.branchOn()[branch] && first[other] < 0) {
        first[other] = count;
        order[count++] = other;
        up[other] = branch;
        below[branch] = other;
        stack[++depth] = other;
        next[depth] = incidence.start(other);
      }
    }
    return count;
  }

  private void label(int[] order, int[] up) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] atBus = new long[order.length];
    for (int l = 0; l < label.length; l++) {
      if (model.branchOn()[l] && below[l] < 0) {
        label[l] = random.nextLong();
        atBus[model.bus(model.from(l))] ^= label[l];
        atBus[model.bus(model.to(l))] ^= label[l];
      }
    }
    for (int n = order.length - 1; n >= 0; n--) {
      int bus = order[n];
      if (up[bus] >= 0) {
        int branch = up[bus];
        label[branch] = atBus[bus];
        int from = model.bus(model.from(branch));
        atBus[from == bus ? model.bus(model.to(branch)) : from] ^= atBus[bus];
      }
    }
    for (int n = 0; n < order.length; n++) {
      loadBefore[n + 1] = loadBefore[n] + model.loadPu(model.position(order[n]));
    }
  }

  /** The label of a branch in service; zero for one that cuts alone. */
  long label(int branch) {
    return label[branch];
  }

  /** What a branch cuts off alone, or with another of its label. */
  CutOff cutOff(int one, int two) {
    int a = below[one];
    int b = two < 0 ? -1 : below[two];
    if (a < 0 || b >= 0 && first[b] < first[a]) {
      int swapped = a;
      a = b;
      b = swapped;
    }
    int reference = model.bus(model.reference(model.island(model.from(one))));
    boolean holds = within(reference, a) && !(b >= 0 && within(reference, b));
    int buses = last[a] - first[a] - (b < 0 ? 0 : last[b] - first[b]);
    double load = load(a) - (b < 0 ? 0 : load(b));
    int whole = root[a];
    return holds
        ? new CutOff(one, two, last[whole] - first[whole] - buses, load(whole) - load)
        : new CutOff(one, two, buses, load);
  }

  private boolean within(int bus, int top) {
    return first[bus] >= first[top] && first[bus] < last[top];
  }

  private double load(int top) {
    return loadBefore[last[top]] - loadBefore[first[top]];
  }
}
