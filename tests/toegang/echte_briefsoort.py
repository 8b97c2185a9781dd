"""A kind of letter for a worker process of its own: it takes a moment, so that a kill lands in the middle."""

import datetime
import time

from toegang.briefsoorten import Briefsoort, registreer
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging


def bouwen(brief):
    time.sleep(0.1)
    dag = datetime.date(2026, 12, 3)
    return Ontvangstbevestiging(
        kop=kop_voor(brief),
        aanhef=aanhef_voor(brief),
        ontvangen_op=dag,
        persoonlijk_plan_tot=dag,
        onderzoek_tot=dag,
    )


registreer(Briefsoort("echt", bouwen))
