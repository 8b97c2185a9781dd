"""No upload fills the disk: what is over the limit of one file is counted, not kept; a whole form has a limit too."""

import io

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from toegang.bestandscontrole import HOOGSTENS_BYTES, MB

HOOGSTENS_SAMEN = 300 * MB  # read and thrown away, so that who picked a film by mistake keeps what he typed


class Uploadgrens(TemporaryFileUploadHandler):
    """To a temporary file, and from the first byte too many to nothing: only the size is known then.

    The rest of the form stays readable, so that the page comes back with a sentence and everything typed.
    """

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > HOOGSTENS_SAMEN:
            raise RequestDataTooBig("Het formulier is te groot.")

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.geteld = 0

    def receive_data_chunk(self, raw_data, start):
        self.geteld += len(raw_data)
        if self.geteld <= HOOGSTENS_BYTES:
            super().receive_data_chunk(raw_data, start)
        elif not self.file.closed:
            self.file.close()  # and so removed

    def file_complete(self, file_size):
        if self.geteld <= HOOGSTENS_BYTES:
            return super().file_complete(file_size)
        return UploadedFile(
            file=io.BytesIO(), name=self.file_name, content_type=self.content_type, size=self.geteld,
            charset=self.charset, content_type_extra=self.content_type_extra,
        )  # fmt: skip

    def upload_interrupted(self):
        if hasattr(self, "file") and not self.file.closed:
            super().upload_interrupted()
