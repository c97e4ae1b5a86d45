// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.List;

/**
 * A program to be measured.
 *
 * @param name for the tables
 * @param version what it says about itself
 * @param command validates the data and prints its report on standard output
 * @param perResult what stands in the report once for each result
 */
record Contestant(String name, String version, List<String> command, String perResult) {}
