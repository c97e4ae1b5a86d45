// SPDX-License-Identifier: Apache-2.0
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.lang.StreamRDFCounting;

/** JenaRead DATA: parses and counts the triples. */
final class JenaRead {
  public static void main(String[] arguments) {
    StreamRDFCounting count = StreamRDFLib.count();
    RDFParser.source(arguments[0]).parse(count);
    System.out.println(count.countTriples());
  }
}
