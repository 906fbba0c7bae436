/** A market day that anybody can watch: a synthetic market, its members, and what befalls it. */
package org.gridclear.market.demo;
