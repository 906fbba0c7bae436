/** Flows as rows that join the model when they are needed: limits, outages, losses. */
package org.gridclear.clearing.flow;
