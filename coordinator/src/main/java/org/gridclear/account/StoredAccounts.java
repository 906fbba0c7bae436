package org.gridclear.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code accounts.json} holds.
 *
 * @param format 2, in which every account has a scope
 * @param groups groups with their rights
 * @param accounts accounts by name
 */
record StoredAccounts(int format, Groups groups, Map<String, Account> accounts) {
  private static final int FORMAT = 2;
  private static final String FORMAT_FIELD = "format";
  private static final String SCOPE_FIELD = "scope";

  StoredAccounts(Groups groups, Map<String, Account> accounts) {
    this(FORMAT, groups, accounts);
  }

  StoredAccounts {
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "The format (%d) must be %d, or none of a build before scopes."
              .formatted(format, FORMAT));
    }
    accounts = new TreeMap<>(accounts);
  }

  /**
   * What was read.
   *
   * @param stored groups and accounts
   * @param withoutScope accounts of a build before scopes, to which everything is open
   */
  record Reading(StoredAccounts stored, List<String> withoutScope) {}

  /**
   * Reads a file. In one of a build before scopes an account sees what it saw there: everything;
   * one that declares for members sees nothing until its members are named.
   *
   * @throws JacksonException if it is no such file
   */
  static Reading read(byte[] content) {
    JsonNode root = Json.MAPPER.readTree(content);
    List<String> opened = new ArrayList<>();
    if (root instanceof ObjectNode file && !file.has(FORMAT_FIELD)) {
      Groups groups = Json.MAPPER.treeToValue(file.get("groups"), Groups.class);
      for (Map.Entry<String, JsonNode> each : file.path("accounts").properties()) {
        Scope scope = declares(each.getValue(), groups) ? Scope.NOTHING : Scope.ALL;
        ((ObjectNode) each.getValue()).set(SCOPE_FIELD, Json.MAPPER.valueToTree(scope));
        if (scope.isAll() && !each.getValue().path("superuser").asBoolean()) {
          opened.add(each.getKey());
        }
      }
      file.put(FORMAT_FIELD, FORMAT);
    }
    return new Reading(Json.MAPPER.treeToValue(root, StoredAccounts.class), List.copyOf(opened));
  }

  private static boolean declares(JsonNode account, Groups groups) {
    for (JsonNode group : account.path("groups")) {
      if (groups
          .rights()
          .getOrDefault(group.asString(), java.util.Set.of())
          .contains(Right.DECLARE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A user.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  Account get(String name) {
    Account account = accounts.get(name);
    if (account == null) {
      throw new IllegalArgumentException("There is no user %s.".formatted(name));
    }
    return account;
  }

  StoredAccounts with(Account account) {
    Map<String, Account> all = new TreeMap<>(accounts);
    all.put(account.name(), account);
    return new StoredAccounts(groups, all);
  }

  StoredAccounts with(Groups defined) {
    return new StoredAccounts(defined, accounts);
  }
}
