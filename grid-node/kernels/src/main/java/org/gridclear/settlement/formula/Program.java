package org.gridclear.settlement.formula;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Steps with their vectors assigned; a vector is used again once its value is no longer needed.
 *
 * @param steps steps in order, operands are vector numbers
 * @param targets vector that each step writes
 * @param vectors number of vectors
 */
public record Program(Op[] steps, int[] targets, int vectors) {
  /** Assigns vectors to steps whose operands are step numbers. */
  static Program of(List<Op> ops) {
    int[] lastUse = new int[ops.size()];
    for (int i = 0; i < ops.size(); i++) {
      lastUse[i] = i;
      for (int operand : operands(ops.get(i))) {
        lastUse[operand] = i;
      }
    }
    Op[] steps = new Op[ops.size()];
    int[] targets = new int[ops.size()];
    Deque<Integer> free = new ArrayDeque<>();
    int vectors = 0;
    for (int i = 0; i < steps.length; i++) {
      Op op = ops.get(i);
      steps[i] =
          new Op(
              op.code(),
              at(targets, op.a()),
              at(targets, op.b(), op),
              at(targets, op.c()),
              op.number());
      int target = free.isEmpty() ? vectors++ : free.pop();
      targets[i] = target;
      int step = i;
      Arrays.stream(operands(op))
          .distinct()
          .filter(operand -> lastUse[operand] == step)
          .forEach(operand -> free.push(targets[operand]));
      if (lastUse[i] == i) {
        free.push(target);
      }
    }
    return new Program(steps, targets, vectors);
  }

  private static int at(int[] targets, int operand) {
    return operand < 0 ? -1 : targets[operand];
  }

  private static int at(int[] targets, int operand, Op op) {
    return op.code() == Op.Code.CARRY_MONTH ? operand : at(targets, operand);
  }

  private static int[] operands(Op op) {
    int b = op.code() == Op.Code.CARRY_MONTH ? -1 : op.b();
    return Arrays.stream(new int[] {op.a(), b, op.c()}).filter(each -> each >= 0).toArray();
  }
}
