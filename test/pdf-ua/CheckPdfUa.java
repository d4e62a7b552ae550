import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Validates each file named as an argument against PDF/UA-1 with veraPDF, and writes one line of fields, parted by tabs,
 * for each failed check: "fail", file, clause, number of the test, message, place. A file ends with "done", file, number of
 * failed checks. What keeps a file from being read is written as "error", file, message.
 */
public final class CheckPdfUa {
  private static final int SHOWN_OF_A_RULE = 20;

  public static void main(String[] files) {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      try {
        check(file);
      } catch (Exception error) {
        print("error", file, String.valueOf(error.getMessage()));
      }
    }
  }

  private static void check(String file) throws Exception {
    var config =
        ValidatorConfigBuilder.defaultBuilder()
            .flavour(PDFAFlavour.PDFUA_1)
            .maxFails(-1)
            .maxNumberOfDisplayedFailedChecks(SHOWN_OF_A_RULE)
            .showErrorMessages(true)
            .build();
    var foundry = Foundries.defaultInstance();
    try (PDFAParser parser = foundry.createParser(new File(file), PDFAFlavour.PDFUA_1);
        PDFAValidator validator = foundry.createValidator(config, PDFAFlavour.PDFUA_1)) {
      ValidationResult result = validator.validate(parser);
      for (TestAssertion failed : result.getTestAssertions()) {
        if (failed.getStatus() != TestAssertion.Status.FAILED) continue;
        print(
            "fail",
            file,
            failed.getRuleId().getClause(),
            String.valueOf(failed.getRuleId().getTestNumber()),
            String.valueOf(failed.getErrorMessage() == null ? failed.getMessage() : failed.getErrorMessage()),
            failed.getLocation().getContext());
      }
      if (result.getJobEndStatus() != JobEndStatus.NORMAL) print("error", file, "the validator stopped early");
      int failures = result.getFailedChecks().values().stream().mapToInt(Integer::intValue).sum();
      print("done", file, String.valueOf(failures), String.valueOf(result.isCompliant()));
    }
  }

  private static void print(String... fields) {
    var line = new StringBuilder();
    for (String field : fields) {
      if (line.length() > 0) line.append('\t');
      line.append(field.replaceAll("\\s+", " "));
    }
    System.out.println(line);
  }
}
