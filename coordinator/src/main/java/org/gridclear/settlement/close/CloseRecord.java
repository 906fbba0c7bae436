package org.gridclear.settlement.close;

import java.util.List;
import java.util.Map;

/**
 * What is written down about a close (R-02, S-26): a version that never changes.
 *
 * @param id name of the close
 * @param name name of the settlement
 * @param month the month, such as 2026-10
 * @param source settlement folder it was read from
 * @param corrections folders with corrections, in the order in which they came, for a person
 * @param previous folder of the close that it corrects; empty for the first
 * @param previousHash hash of that close's books
 * @param previousSeal seal of that close, which binds all its files
 * @param reason why it was made
 * @param who who made it
 * @param when when, ISO-8601
 * @param engine version of the settlement kernel
 * @param monthHash hash of registry, rules and parameters
 * @param inputs SHA-256 of every file that it was made from, by its path in the settlement folder
 * @param priceHashes hash of the prices of each day
 * @param blockHashes hashes of the blocks of each day
 * @param unitKeys keys of the charges
 * @param bookHash hash of all inputs and amounts
 * @param billable whether the books balance and everything was allocated
 */
public record CloseRecord(
    String id,
    String name,
    String month,
    String source,
    List<String> corrections,
    String previous,
    String previousHash,
    String previousSeal,
    String reason,
    String who,
    String when,
    String engine,
    String monthHash,
    Map<String, String> inputs,
    List<String> priceHashes,
    List<List<String>> blockHashes,
    List<String> unitKeys,
    String bookHash,
    boolean billable) {}
