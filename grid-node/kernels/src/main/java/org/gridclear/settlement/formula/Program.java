package org.gridclear.settlement.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Steps with their vectors assigned; a vector is used again once its value is no longer needed, but
 * those of constants stay.
 *
 * @param steps steps in order, operands are vector numbers
 * @param targets vector that each step writes
 * @param vectors number of vectors
 */
public record Program(Instruction[] steps, int[] targets, int vectors) {
  /** Assigns vectors to steps whose operands are step numbers. */
  static Program of(List<Instruction> given) {
    List<Instruction> ops = fused(given);
    int[] lastUse = lastUse(ops);
    List<Instruction> steps = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    int[] targets = new int[ops.size()];
    Deque<Integer> free = new ArrayDeque<>();
    int vectors = 0;
    for (int i = 0; i < ops.size(); i++) {
      Instruction op = ops.get(i);
      if (op == null) {
        continue;
      }
      boolean kept = op.code() == Instruction.Code.CONSTANT;
      targets[i] = kept || free.isEmpty() ? vectors++ : free.pop();
      steps.add(placed(op, targets));
      written.add(targets[i]);
      int step = i;
      Arrays.stream(operands(op))
          .distinct()
          .filter(operand -> lastUse[operand] == step)
          .filter(operand -> ops.get(operand).code() != Instruction.Code.CONSTANT)
          .forEach(operand -> free.push(targets[operand]));
      if (lastUse[i] == i && !kept) {
        free.push(targets[i]);
      }
    }
    return new Program(
        steps.toArray(Instruction[]::new),
        written.stream().mapToInt(Integer::intValue).toArray(),
        vectors);
  }

  /** Lines that nothing but an output needs are rounded where they are put out. */
  private static List<Instruction> fused(List<Instruction> given) {
    List<Instruction> ops = new ArrayList<>(given);
    int[] uses = new int[ops.size()];
    given.forEach(op -> Arrays.stream(operands(op)).forEach(operand -> uses[operand]++));
    for (int i = 0; i < ops.size(); i++) {
      Instruction op = ops.get(i);
      Instruction line = op.code() == Instruction.Code.EMIT ? given.get(op.a()) : null;
      if (line != null && line.code() == Instruction.Code.ROUND && uses[op.a()] == 1) {
        ops.set(op.a(), null);
        ops.set(
            i,
            new Instruction(
                Instruction.Code.EMIT_ROUNDED, line.a(), op.b(), (int) line.number(), op.number()));
      }
    }
    return ops;
  }

  private static int[] lastUse(List<Instruction> ops) {
    int[] lastUse = new int[ops.size()];
    for (int i = 0; i < ops.size(); i++) {
      lastUse[i] = i;
      if (ops.get(i) != null) {
        for (int operand : operands(ops.get(i))) {
          lastUse[operand] = i;
        }
      }
    }
    return lastUse;
  }

  private static Instruction placed(Instruction op, int[] targets) {
    boolean state = op.code().carriesState();
    boolean dropped = op.code() == Instruction.Code.EMIT_ROUNDED;
    return new Instruction(
        op.code(),
        op.a() < 0 ? -1 : targets[op.a()],
        state || op.b() < 0 ? op.b() : targets[op.b()],
        dropped || op.c() < 0 ? op.c() : targets[op.c()],
        op.number());
  }

  private static int[] operands(Instruction op) {
    int b = op.code().carriesState() ? -1 : op.b();
    int c = op.code() == Instruction.Code.EMIT_ROUNDED ? -1 : op.c();
    return Arrays.stream(new int[] {op.a(), b, c}).filter(each -> each >= 0).toArray();
  }
}
