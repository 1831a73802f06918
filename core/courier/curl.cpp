// SPDX-License-Identifier: GPL-3.0-or-later
#include "curl.h"

namespace encore::courier
{

CurlHandle openCurl()
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT); // not thread-safe by itself; this is
    return CurlHandle(ready == CURLE_OK ? curl_easy_init() : nullptr);
}

void append(CurlList& list, const QByteArray& line)
{
    if (curl_slist* longer = curl_slist_append(list.get(), line.constData())) {
        (void)list.release();
        list.reset(longer);
    }
}

Transfer::Transfer(CURL* handle, const std::function<bool()>& mayGoOn) : m_handle(handle), m_mayGoOn(mayGoOn)
{
    constexpr long longest = 60; // seconds
    constexpr long longestConnect = 10;
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, longest);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, longestConnect);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, m_fault);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &Transfer::progressed);
}

int Transfer::progressed(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto* transfer = static_cast<const Transfer*>(self);
    return transfer->m_mayGoOn && !transfer->m_mayGoOn() ? 1 : 0;
}

CURLcode Transfer::perform()
{
    const CURLcode code = curl_easy_perform(m_handle);
    curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, nullptr); // the handle outlives this
    return code;
}

} // namespace encore::courier
