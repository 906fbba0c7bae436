package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.io.matpower.MatlabTokens.Kind;
import org.gridclear.io.matpower.MatlabTokens.SyntaxError;
import org.gridclear.io.matpower.MatlabTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * Runs the part of MATLAB that case files are written in: assignments of scalars, matrices, cell
 * arrays and texts, arithmetic on constants with elementary functions, indexing, {@code if} on
 * constants, and the named column constants of MATPOWER. Anything else is an error that names the
 * line.
 */
final class MatlabProgram {
  private static final Set<String> NOT_SUPPORTED =
      Set.of(
          "for", "while", "switch", "try", "parfor", "global", "persistent", "break", "continue");

  private final MatlabTokens.Cursor tokens;
  private final Map<String, MatlabValue> variables = new HashMap<>();
  private final MatlabExpression expressions;
  private List<String> outputs = List.of();
  private boolean isFunction;
  private boolean returned;
  private int openBlocks;

  private MatlabProgram(List<Token> tokens) {
    this.tokens = new MatlabTokens.Cursor(tokens);
    this.expressions = new MatlabExpression(this.tokens, variables);
  }

  /**
   * What a program leaves.
   *
   * @param variables variables by name, fields as {@code struct.field}
   * @param outputs names that its function returns; empty for a script
   */
  record Result(Map<String, MatlabValue> variables, List<String> outputs) {}

  /** Runs a source text; returns the variables by name, fields as {@code struct.field}. */
  static Map<String, MatlabValue> run(String source) {
    return resultOf(source).variables();
  }

  /** Runs a source text. */
  static Result resultOf(String source) {
    MatlabProgram program = new MatlabProgram(MatlabTokens.of(source));
    while (!program.tokens.atEnd() && !program.returned) {
      program.statement();
    }
    if (program.openBlocks > 0) {
      throw new SyntaxError(program.tokens.peek().line(), "an 'if' has no 'end'");
    }
    return new Result(program.variables, program.outputs);
  }

  private void statement() {
    Token first = tokens.peek();
    if (first.kind() == Kind.END_OF_STATEMENT || first.is(";") || first.is(",")) {
      tokens.next();
      return;
    }
    if (first.kind() == Kind.NAME && NOT_SUPPORTED.contains(first.text())) {
      throw new SyntaxError(first.line(), "not supported: '" + first.text() + "'");
    }
    if (first.is("[")) {
      columnNames();
    } else if (first.kind() != Kind.NAME) {
      throw new SyntaxError(
          first.line(), "a statement cannot start with '" + first.text().strip() + "'");
    } else if (!keyword(first)) {
      named(first);
    }
    if (!returned) {
      endOfStatement();
    }
  }

  private void endOfStatement() {
    Token end = tokens.peek();
    if (end.kind() != Kind.END_OF_STATEMENT && !end.is(";") && !end.is(",")) {
      throw new SyntaxError(end.line(), "'" + end.text() + "' is not expected here");
    }
  }

  /** Whether the statement was one with a keyword. */
  private boolean keyword(Token first) {
    switch (first.text()) {
      case "function" -> function(first);
      case "if" -> condition(first);
      case "else", "elseif" -> {
        if (openBlocks == 0) {
          throw new SyntaxError(first.line(), "'" + first.text() + "' without an 'if'");
        }
        skipTo(Set.of("end"));
        tokens.next();
        openBlocks--;
      }
      case "end" -> {
        tokens.next();
        if (openBlocks > 0) {
          openBlocks--;
        } else {
          returned = true;
          if (!isFunction) {
            throw new SyntaxError(first.line(), "'end' ends nothing here");
          }
        }
      }
      case "return" -> returned = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** {@code function [a, b] = name(arguments)}: the outputs are kept. */
  private void function(Token first) {
    if (isFunction) {
      throw new SyntaxError(first.line(), "not supported: more than one function");
    }
    isFunction = true;
    List<String> names = new ArrayList<>();
    boolean assigned = false;
    tokens.next();
    while (tokens.peek().kind() != Kind.END_OF_STATEMENT) {
      Token token = tokens.next();
      assigned |= token.is("=");
      if (token.kind() == Kind.NAME && !assigned) {
        names.add(token.text());
      }
    }
    outputs = assigned ? List.copyOf(names) : List.of();
  }

  /** {@code if} on a constant: the branch that holds is run, the others are skipped. */
  private void condition(Token first) {
    tokens.next();
    while (true) {
      MatlabValue holds = expressions.value();
      if (MatlabExpression.guarded(first, () -> MatlabValue.logical(holds.isTrue())).isTrue()) {
        openBlocks++;
        return;
      }
      skipTo(Set.of("elseif", "else", "end"));
      Token stop = tokens.next();
      if (!stop.text().equals("elseif")) {
        openBlocks += stop.text().equals("else") ? 1 : 0;
        return;
      }
    }
  }

  /** Goes to the keyword of this block that is named, over whole blocks within it. */
  private void skipTo(Set<String> stops) {
    int line = tokens.peek().line();
    int blocks = 0;
    int brackets = 0;
    Token before = tokens.peek();
    while (!tokens.atEnd()) {
      Token token = tokens.peek();
      brackets += token.isOneOf("([{") ? 1 : token.isOneOf(")]}") ? -1 : 0;
      boolean word = token.kind() == Kind.NAME && brackets == 0 && !before.is(".");
      if (word && blocks == 0 && stops.contains(token.text())) {
        return;
      }
      if (word && Set.of("if", "for", "while", "switch", "try", "parfor").contains(token.text())) {
        blocks++;
      } else if (word && token.text().equals("end")) {
        blocks--;
      }
      before = tokens.next();
    }
    throw new SyntaxError(line, "an 'if' has no 'end'");
  }

  /** {@code [A, B] = idx_bus;} gives the column constants their names. */
  private void columnNames() {
    List<String> names = new ArrayList<>();
    tokens.expect("[");
    while (!tokens.peek().is("]")) {
      Token token = tokens.next();
      if (token.kind() == Kind.NAME || token.is("~")) {
        names.add(token.text());
      } else if (!token.is(",") && token.kind() != Kind.END_OF_STATEMENT) {
        throw new SyntaxError(token.line(), "'" + token.text() + "' is not a name");
      }
    }
    tokens.expect("]");
    tokens.expect("=");
    Token function = tokens.next();
    List<Integer> columns = MatpowerColumns.outputs(function.text());
    if (columns.isEmpty()) {
      throw new SyntaxError(
          function.line(), "not supported: the function '" + function.text() + "'");
    }
    for (int k = 0; k < Math.min(names.size(), columns.size()); k++) {
      variables.put(names.get(k), MatlabValue.scalar(columns.get(k)));
    }
  }

  private void named(Token first) {
    tokens.next();
    String name = tokens.fieldName(first);
    Token next = tokens.peek();
    if (next.kind() == Kind.END_OF_STATEMENT || next.is(";")) {
      if (!name.equals("define_constants")) {
        throw new SyntaxError(first.line(), "not supported: the statement '" + name + "'");
      }
      MatpowerColumns.CONSTANTS.forEach((k, v) -> variables.put(k, MatlabValue.scalar(v)));
      return;
    }
    if (next.kind() == Kind.NAME || next.kind() == Kind.TEXT || next.kind() == Kind.NUMBER) {
      throw new SyntaxError(first.line(), "not supported: the statement '" + name + "'");
    }
    if (next.is("{")) {
      throw new SyntaxError(first.line(), "not supported: an element of a cell array");
    }
    List<MatlabValue> indices = tokens.take("(") ? expressions.arguments(name) : null;
    if (!tokens.peek().is("=")) {
      throw new SyntaxError(
          first.line(),
          tokens.peek().kind() == Kind.END_OF_STATEMENT || tokens.peek().is(";")
              ? "not supported: the statement '" + name + "(…)'"
              : "expected '=' but found '" + tokens.peek().text().strip() + "'");
    }
    tokens.next();
    if (tokens.peek().text().equals("idx_dcline") && indices == null) {
      tokens.next();
      MatpowerColumns.DC_LINE.forEach(
          (k, v) -> variables.put(name + "." + k, MatlabValue.scalar(v)));
      return;
    }
    assign(first, name, indices, expressions.value());
  }

  private void assign(
      Token first, String name, @Nullable List<MatlabValue> indices, MatlabValue value) {
    if (indices == null) {
      variables.put(name, value);
    } else {
      MatlabValue target = variables.getOrDefault(name, MatlabValue.of(new double[0][0]));
      variables.put(name, MatlabExpression.guarded(first, () -> target.assign(indices, value)));
    }
  }
}
