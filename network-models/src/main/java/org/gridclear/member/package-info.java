/**
 * What is settled: members, entities, meters, contracts, tariffs, rights, and the rules as data.
 */
package org.gridclear.member;
