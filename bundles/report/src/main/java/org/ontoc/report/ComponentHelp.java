// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

/** What the constraint components of SHACL Core ask for (SHACL section 4). */
final class ComponentHelp {
  private ComponentHelp() {}

  /** One sentence with its section, by the name without {@code ConstraintComponent}. */
  static String of(String component) {
    return switch (component) {
      case "Class" -> "Each value must be an instance of the class (SHACL 4.1.1).";
      case "Datatype" ->
          "Each value must be a literal of the datatype with a valid lexical form (SHACL 4.1.2).";
      case "NodeKind" ->
          "Each value must be of the node kind: IRI, blank node or literal (SHACL 4.1.3).";
      case "MinCount" -> "The path must lead to at least this many values (SHACL 4.2.1).";
      case "MaxCount" -> "The path may lead to at most this many values (SHACL 4.2.2).";
      case "MinExclusive" -> "Each value must be greater than the bound (SHACL 4.3.1).";
      case "MinInclusive" -> "Each value must be at least the bound (SHACL 4.3.2).";
      case "MaxExclusive" -> "Each value must be less than the bound (SHACL 4.3.3).";
      case "MaxInclusive" -> "Each value must be at most the bound (SHACL 4.3.4).";
      case "MinLength" -> "Each value must have at least this many characters (SHACL 4.4.1).";
      case "MaxLength" -> "Each value may have at most this many characters (SHACL 4.4.2).";
      case "Pattern" -> "Each value must match the regular expression (SHACL 4.4.3).";
      case "LanguageIn" -> "Each value must have one of the languages (SHACL 4.4.4).";
      case "UniqueLang" -> "No two values may have the same language tag (SHACL 4.4.5).";
      case "Equals" -> "The values must be those of the other property (SHACL 4.5.1).";
      case "Disjoint" -> "No value may be one of the other property (SHACL 4.5.2).";
      case "LessThan" -> "Each value must be less than those of the other property (SHACL 4.5.3).";
      case "LessThanOrEquals" ->
          "Each value must be at most those of the other property (SHACL 4.5.4).";
      case "Not" -> "No value may conform to the shape (SHACL 4.6.1).";
      case "And" -> "Each value must conform to all of the shapes (SHACL 4.6.2).";
      case "Or" -> "Each value must conform to at least one of the shapes (SHACL 4.6.3).";
      case "Xone" -> "Each value must conform to exactly one of the shapes (SHACL 4.6.4).";
      case "Node" -> "Each value must conform to the node shape (SHACL 4.7.1).";
      case "Property" -> "Each value must have the property shape (SHACL 4.7.2).";
      case "QualifiedMinCount" ->
          "At least this many values must conform to the shape (SHACL 4.7.3).";
      case "QualifiedMaxCount" ->
          "At most this many values may conform to the shape (SHACL 4.7.3).";
      case "Closed" -> "A node may have the listed properties only (SHACL 4.8.1).";
      case "HasValue" -> "The value must be among the values (SHACL 4.8.2).";
      case "In" -> "Each value must be one of the list (SHACL 4.8.3).";
      default -> "The constraint component " + component + " must hold.";
    };
  }
}
