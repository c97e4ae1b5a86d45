// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

/**
 * One run of a program, from the start of the process to its end.
 *
 * @param wallSeconds elapsed
 * @param cpuSeconds user and system time of the process and all that it waited for
 * @param peakBytes the most resident memory of the process tree; see {@link MeasuredRun}; 0 when it
 *     was over before the first sample
 * @param results found in its report
 * @param status its exit status
 */
record Measurement(
    double wallSeconds, double cpuSeconds, long peakBytes, long results, int status) {}
